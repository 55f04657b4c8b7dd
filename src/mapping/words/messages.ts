/** What the merchant's developer reads when the payment module's entry lacks its `dependencies`. */
export const MISSING_DEPENDENCIES = [
  "medusa-payment-secuconnect: the payment module cannot see the plugin. In medusa-config, add the line",
  '  dependencies: ["secuconnect", "query"],',
  'to the entry { resolve: "@medusajs/medusa/payment", … }, beside "resolve", and restart.',
].join("\n")

/** What the merchant's developer reads while no contract is set. */
export const MISSING_CONTRACT =
  "medusa-payment-secuconnect: no contract is set, so no payment can be started. " +
  "Enter it in the admin (Settings → secuconnect), or as contractId in the plugin's options in medusa-config."
