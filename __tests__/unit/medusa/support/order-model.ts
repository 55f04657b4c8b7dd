/*
 * What Medusa's order module keeps of an order's money, reckoned anew. Minor units inside; what is read is
 * in major units, as Medusa gives it.
 *
 * See node_modules/@medusajs/order/dist/utils/apply-order-changes.js and
 * node_modules/@medusajs/core-flows/dist/{payment/workflows/refund-payment,order/workflows/create-order-credit-lines}.js.
 */

interface Summary {
  version: number
  pending: number
  paid: number
  /** The lines that came with the version. */
  named: number
}

interface Row {
  version: number
  amount: number
}

/** Of credit lines that come to no more than the smallest unit Medusa's totals take no notice. */
const counted = (sum: number) => (Math.abs(sum) <= 1 ? 0 : sum)

const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

const major = ({ version, amount }: Row) => ({ version, amount: amount / 100 })

export class OrderModel {
  captured = 0
  refunded = 0
  #goods: number
  #lines: number[]
  #version = 1
  readonly #summaries: Summary[] = []
  readonly #rows: Row[] = []
  readonly #transactions: Row[] = []

  /** @param lines credit lines that the order was placed with */
  constructor(goods: number, lines: number[] = []) {
    this.#goods = goods
    this.#lines = lines
    this.#write(0)
  }

  /** What the order still costs; below zero the shop owes. */
  get pending(): number {
    return this.#newest.pending
  }

  get goods(): number {
    return this.#goods
  }

  capture(amount: number): void {
    this.captured += amount
    this.#transact(amount)
  }

  /** The core gives a credit line for what the shop did not owe. `isCutOff`: it dies before that. */
  refund(amount: number, { isCutOff = false } = {}): void {
    const line = Math.max(0, amount - Math.max(0, -this.pending))
    this.refunded += amount
    this.#transact(-amount)
    if (line > 0 && !isCutOff) this.#change([line])
  }

  /** An edit, a return that has come, an exchange: the articles are worth that now. */
  reprice(goods: number): void {
    this.#goods = goods
    this.#change([])
  }

  /** Packed or shipped: a version more, and nothing else. */
  fulfil(): void {
    this.#change([])
  }

  /** A merchant's own lines: Medusa takes them for what is outstanding, or a part of that. */
  credit(lines: number[]): void {
    const sum = sumOf(lines)
    if (this.pending === 0 || sum / this.pending < 0 || Math.abs(sum) > Math.abs(this.pending)) {
      throw new Error(`Medusa refuses credit lines of ${sum} where ${this.pending} is outstanding.`)
    }
    this.#change(lines)
  }

  transactions() {
    return this.#transactions.map(major)
  }

  listOrderCreditLines() {
    return Promise.resolve(this.#rows.map(major))
  }

  listOrderSummaries() {
    const summaries = this.#summaries.map(({ version, pending, paid, named }) => {
      const totals = {
        pending_difference: pending / 100,
        transaction_total: paid / 100,
        credit_line_total: named / 100,
      }
      return { version, totals }
    })
    return Promise.resolve(summaries)
  }

  /** The same as the audit's query gives it: lines above zero, and the total. */
  versions() {
    return this.#summaries.map(({ version, pending, paid }) => {
      const own = this.#rows.filter((row) => row.version === version && row.amount > 0)
      const credit = sumOf(own.map(({ amount }) => amount)) / 100
      return { version, total: (pending + paid) / 100, credit }
    })
  }

  get #newest(): Summary {
    const newest = this.#summaries.at(-1)
    if (!newest) throw new Error("An order has a summary from the beginning.")
    return newest
  }

  #transact(amount: number): void {
    this.#transactions.push({ version: this.#version, amount })
    this.#newest.paid += amount
    this.#newest.pending -= amount
  }

  #change(lines: number[]): void {
    this.#version += 1
    this.#lines = [...this.#lines, ...lines]
    this.#write(sumOf(lines))
  }

  /** Each version has a summary, and every credit line anew. */
  #write(named: number): void {
    const version = this.#version
    const paid = sumOf(this.#transactions.map(({ amount }) => amount))
    const total = this.#goods - counted(sumOf(this.#lines))
    this.#rows.push(...this.#lines.map((amount) => ({ version, amount })))
    this.#summaries.push({ version, pending: total - paid, paid, named })
  }
}
