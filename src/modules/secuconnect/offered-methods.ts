import type { ICachingModuleService } from "@medusajs/framework/types"
import { z } from "zod"
import { causeOf } from "../../mapping/words/errors"
import type { SecuconnectClient } from "../../secuconnect"

/**
 * The methods that the contract has, spelled as in `METHODS`; or why secuconnect could not be asked,
 * in one line for the merchant.
 */
export type OfferedMethods = { methods: string[] } | { error: string }

/** The part of Medusa's caching module that is used here. */
export type Caching = Pick<ICachingModuleService, "get" | "set">

interface Question {
  contractId: string
  /** ISO 4217, any case. */
  currency: string
  is_demo: boolean
}

interface Means {
  client: SecuconnectClient
  /** Medusa's caching module, which several servers share; asked for late, as it may load late. */
  caching: () => Caching | undefined
}

const KEEP_S = 300
const KEEP_ERROR_S = 30
/** A list of methods is not worth a longer wait in a checkout. */
const TIMEOUT_MS = 5_000

const cached = z.object({ methods: z.array(z.string()) })

/**
 * Asks secuconnect for the methods of a contract, and remembers the answer: for five minutes in
 * Medusa's caching module, without one in this process; a failure for half a minute. Everybody who
 * asks meanwhile shares one request.
 */
export class OfferedMethodsBook {
  private readonly means: Means
  private readonly kept = new Map<string, { answer: OfferedMethods; until: number }>()
  private readonly underWay = new Map<string, Promise<OfferedMethods>>()

  constructor(means: Means) {
    this.means = means
  }

  /** Never throws. */
  async ask(question: Question): Promise<OfferedMethods> {
    const { contractId, currency, is_demo } = question
    const words = [this.means.client.baseUrl, contractId, currency.toUpperCase(), String(is_demo)]
    const key = `secuconnect:methods:${words.join(":")}`
    const known = this.kept.get(key)
    if (known && known.until > Date.now()) return known.answer
    const request = this.underWay.get(key) ?? this.find(key, question)
    this.underWay.set(key, request)
    return await request.finally(() => this.underWay.delete(key))
  }

  private async find(key: string, question: Question): Promise<OfferedMethods> {
    const shared = await this.readShared(key)
    if (shared) return shared
    const answer = await this.request(question)
    if ("error" in answer) this.keep(key, answer, KEEP_ERROR_S)
    else if (!(await this.share(key, answer))) this.keep(key, answer, KEEP_S)
    return answer
  }

  private async request({ contractId, currency, is_demo }: Question): Promise<OfferedMethods> {
    const request = { currency: currency.toUpperCase(), is_demo }
    const options = { signal: AbortSignal.timeout(TIMEOUT_MS) }
    try {
      const { contracts } = this.means.client
      const methods = await contracts.availablePaymentMethods(contractId, request, options)
      return { methods: [...new Set(methods)] }
    } catch (error) {
      return { error: causeOf(error) }
    }
  }

  private keep(key: string, answer: OfferedMethods, seconds: number): void {
    this.kept.set(key, { answer, until: Date.now() + seconds * 1_000 })
  }

  private async readShared(key: string): Promise<OfferedMethods | null> {
    const found: unknown = await this.means
      .caching()
      ?.get({ key })
      .catch(() => null)
    return cached.safeParse(found).data ?? null
  }

  /** @returns whether others will find it */
  private async share(key: string, data: { methods: string[] }): Promise<boolean> {
    const caching = this.means.caching()
    if (!caching) return false
    return await caching.set({ key, data, ttl: KEEP_S }).then(
      () => true,
      () => false,
    )
  }
}
