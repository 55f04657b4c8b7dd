import type { Sandbox } from "../../sandbox"
import type { ContainerRecord } from "../../state/records"
import { customerView } from "./customer"
import { merchantReference } from "./merchant"

const creditor = "DE98ZZZ09999999999"

/** A Payment Container, here always a bank account with its mandate. */
export function containerView({ config, state }: Sandbox, record: ContainerRecord) {
  const { type, private: account, customer, customer_id } = record.request
  const details = { ...account, bankname: account.bankname ?? "Bank der Sandbox" }
  const owner = state.customers.get(customer?.id ?? customer_id ?? "")
  return {
    object: "payment.containers",
    id: record.id,
    merchant: merchantReference,
    contract: { object: "general.contracts", id: config.contractId },
    ...(owner ? { customer: customerView(config, owner) } : {}),
    type,
    public: details,
    private: details,
    mandate: {
      sepa_mandate_id: record.mandateId,
      iban: account.iban,
      bic: account.bic ?? null,
      type: "COR1",
      status: "1",
      identification: record.mandateId,
      creditor_id: creditor,
    },
    created: record.created,
    updated: record.updated,
  }
}
