/** What the merchant's developer reads when the payment module's entry lacks its `dependencies`. */
export const MISSING_DEPENDENCIES = [
  "medusa-payment-secuconnect: the payment module cannot see the plugin. In medusa-config, add the line",
  '  dependencies: ["secuconnect", "query"],',
  'to the entry { resolve: "@medusajs/medusa/payment", … }, beside "resolve", and restart.',
].join("\n")

/** The same when the payment provider was set up, and the plugin was not. */
export const MISSING_PLUGIN = [
  "medusa-payment-secuconnect: the payment provider is set up, and the plugin itself is not. In medusa-config, add",
  '  { resolve: "medusa-payment-secuconnect", options: { … } },',
  'to "plugins", with the options that the README lists, run `npx medusa db:migrate`, and restart.',
].join("\n")

/** The same when the provider's entry has no id: Medusa then calls it `pp_secuconnect`, which nothing looks for. */
export const MISSING_PROVIDER_ID = [
  "medusa-payment-secuconnect: the payment provider's entry has no id. In medusa-config, write",
  '  { resolve: "medusa-payment-secuconnect/providers/secuconnect", id: "secuconnect" },',
  'among the "providers" of the payment module, and restart.',
].join("\n")

/** The oldest minor version of Medusa that the plugin is tried with. */
export const LOWEST_MEDUSA = "2.21"

/** @param version of `@medusajs/medusa` */
export const oldMedusa = (version: string): string =>
  [
    `medusa-payment-secuconnect: it needs Medusa ${LOWEST_MEDUSA} or newer, and this is ${version}. Update all of`,
    '  "@medusajs/…": "^' + LOWEST_MEDUSA + '.0",',
    "in package.json together, install, run `npx medusa db:migrate`, and restart.",
  ].join("\n")

/**
 * The admin's pages and the plugin's must share one router: with two, ours stay empty.
 *
 * @param folders where the admin finds it, and where the plugin does
 */
export const twoRouters = (folders: readonly string[]): string =>
  [
    "medusa-payment-secuconnect: there are two copies of react-router-dom, and the plugin's admin pages stay empty:",
    ...folders.map((folder) => `  ${folder}`),
    "Remove it from the shop's own package.json, or give it the version that @medusajs/dashboard has, and install.",
  ].join("\n")

/** What the merchant's developer reads while no contract is set. */
export const MISSING_CONTRACT =
  "medusa-payment-secuconnect: no contract is set, so no payment can be started. " +
  "Enter it in the admin (Settings → secuconnect), or as contractId in the plugin's options in medusa-config."
