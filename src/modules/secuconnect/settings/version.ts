/** The version of this package, as in package.json (a test compares them). */
export const PLUGIN_VERSION = "0.1.0"

/** How the plugin introduces itself to secuconnect. */
export const USER_AGENT = `medusa-payment-secuconnect/${PLUGIN_VERSION}`
