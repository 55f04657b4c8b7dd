import {
  canHoldMoney,
  givesBack,
  toSecuconnectMoney,
  type SecuconnectMoney,
} from "../../mapping/laws/secuconnect-money"
import type { Deps } from "../deps"

/**
 * What secuconnect holds for a Smart Transaction right now. The ledger's memory is not asked and not
 * changed.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function readSecuconnect(
  { ledger: { client } }: Deps,
  stx_id: string,
): Promise<SecuconnectMoney> {
  const transaction = await client.smartTransactions.read(stx_id)
  const payments = await Promise.all(
    transaction.transactions.map(({ id }) => client.payments.read(id)),
  )
  const own = payments.filter((payment) => !givesBack(payment))
  const read = await Promise.all(
    own.map(async (payment) => {
      if (!canHoldMoney(payment)) return { ...payment, effective: 0 }
      const { amount, currency } = await client.payments.checkStatus(payment.id)
      return { ...payment, currency: payment.currency ?? currency, effective: amount }
    }),
  )
  return toSecuconnectMoney(transaction, read)
}
