/** The merchant that everything in the sandbox belongs to, as other objects point to him. */
export const merchantReference = {
  object: "general.merchants",
  id: "MRC_G8SE48FRHVITKILAPNCEDU0NUD55W8",
  companyname: "Smart Checkout Testmerchant 8",
}
