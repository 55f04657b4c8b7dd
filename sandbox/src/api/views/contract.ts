import { merchantReference } from "./merchant"

/** The merchant's contract. */
export const contractView = ({ contractId }: { contractId: string }) => ({
  object: "general.contracts",
  id: contractId,
  merchant: merchantReference,
  description: "Smart Checkout",
  approved: true,
})

/** How the payment page of the contract looks, where a transaction says nothing else. */
export const iframeOptionsView = () => ({
  project_title: merchantReference.companyname,
  language: "de_DE",
  is_basket_shown: true,
})
