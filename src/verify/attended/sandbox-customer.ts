import axios from "axios"
import { z } from "zod"
import type { Customer } from "./customer"

const reply = z.object({ redirect_url: z.string().nullable() })

/** Who pays at a sandbox, through its control interface. */
export function sandboxCustomer(sandboxUrl: string): Customer {
  return {
    visit: async ({ id, method, outcome }) => {
      if (outcome === "close") return "done"
      const choice = outcome === "abort" ? { outcome } : { outcome, method }
      const path = `${sandboxUrl}/sandbox/transactions/${id}/checkout`
      const { data } = await axios.post<unknown>(path, choice)
      const { redirect_url } = reply.parse(data)
      if (redirect_url !== null) await axios.get(redirect_url)
      return "done"
    },
  }
}
