import { germanTime } from "./dates"
import type { ContainerRecord, CustomerRecord, Payment, Push, SmartTransaction } from "./records"

export interface Snapshot {
  smartTransactions: SmartTransaction[]
  payments: Payment[]
  pushes: Push[]
  customers: CustomerRecord[]
  containers: ContainerRecord[]
}

/** Everything the sandbox remembers, in memory. Whoever changes a record says so by `touch`. */
export class State {
  readonly smartTransactions = new Map<string, SmartTransaction>()
  readonly payments = new Map<string, Payment>()
  readonly pushes = new Map<string, Push>()
  readonly customers = new Map<string, CustomerRecord>()
  readonly containers = new Map<string, ContainerRecord>()
  private readonly paymentsByTransaction = new Map<string, Payment[]>()
  private lastTransId = 35_412_358
  private readonly onChange: () => void

  constructor(snapshot: Snapshot | null, onChange: () => void) {
    this.onChange = onChange
    if (snapshot) this.restore(snapshot)
  }

  add(record: SmartTransaction): void {
    this.smartTransactions.set(record.id, record)
    this.changed()
  }

  addPayment(record: Payment): void {
    this.index(record)
    this.changed()
  }

  addPush(record: Push): void {
    this.pushes.set(record.id, record)
    this.changed()
  }

  touch(record: { updated: string | null }): void {
    record.updated = germanTime()
    this.changed()
  }

  changed(): void {
    this.onChange()
  }

  nextTransId(): number {
    this.lastTransId += 1
    return this.lastTransId
  }

  /** Payments of a Smart Transaction in the order in which they came to be, refunds left out. */
  paymentsOf(smartTransactionId: string): Payment[] {
    return this.allPaymentsOf(smartTransactionId).filter((payment) => payment.refundOf === null)
  }

  allPaymentsOf(smartTransactionId: string): Payment[] {
    return this.paymentsByTransaction.get(smartTransactionId) ?? []
  }

  refundsOf(payment: Payment): Payment[] {
    return this.allPaymentsOf(payment.smartTransactionId).filter((p) => p.refundOf === payment.id)
  }

  pushesOf(smartTransactionId: string): Push[] {
    return [...this.pushes.values()].filter((p) => p.smartTransactionId === smartTransactionId)
  }

  snapshot(): Snapshot {
    return {
      smartTransactions: [...this.smartTransactions.values()],
      payments: [...this.payments.values()],
      pushes: [...this.pushes.values()],
      customers: [...this.customers.values()],
      containers: [...this.containers.values()],
    }
  }

  private restore({ smartTransactions, payments, pushes, ...stored }: Snapshot): void {
    for (const record of stored.customers) this.customers.set(record.id, record)
    for (const record of stored.containers) this.containers.set(record.id, record)
    for (const record of smartTransactions) this.smartTransactions.set(record.id, record)
    for (const record of pushes) this.pushes.set(record.id, record)
    for (const record of payments) {
      this.index(record)
      this.lastTransId = Math.max(this.lastTransId, record.transId)
    }
  }

  private index(record: Payment): void {
    this.payments.set(record.id, record)
    const siblings = this.paymentsByTransaction.get(record.smartTransactionId)
    if (siblings) siblings.push(record)
    else this.paymentsByTransaction.set(record.smartTransactionId, [record])
  }
}
