import axios from "axios"
import { z } from "zod"

const checkoutReply = z.object({ redirect_url: z.string().nullable() })
const settingsReply = z.object({ methods: z.array(z.string()) })

/** The sandbox's control interface, as far as a rehearsal needs it. */
export interface Vendor {
  methods(): Promise<string[]>
  /** Webhooks are sent, or get lost. */
  sendPushes(pushes: boolean): Promise<void>
  /** The next answers to reads are cut off. */
  breakReads(times: number): Promise<void>
  mend(): Promise<void>
  checkout(stx: string, choice: object): Promise<string | null>
  happen(stx: string, type: string): Promise<void>
}

/** @param url of the sandbox */
export function vendorAt(url: string): Vendor {
  const post = async (path: string, body: object) =>
    (await axios.post<unknown>(`${url}/sandbox${path}`, body)).data
  return {
    methods: async () =>
      settingsReply.parse((await axios.get<unknown>(`${url}/sandbox/settings`)).data).methods,
    sendPushes: async (pushes) => {
      await post("/settings", { pushes })
    },
    breakReads: async (times) => {
      const path = "^/api/v2/(Smart|Payment)/Transactions"
      await post("/faults", { method: "GET", path, fault: "drop_after", times })
    },
    mend: async () => {
      await axios.delete(`${url}/sandbox/faults`)
    },
    checkout: async (stx, choice) =>
      checkoutReply.parse(await post(`/transactions/${stx}/checkout`, choice)).redirect_url,
    happen: async (stx, type) => {
      await post(`/transactions/${stx}/events`, { type })
    },
  }
}
