/**
 * The results of the connection test for a developer at a shell, by code. What stands in braces is taken from the
 * result's detail. The admin words the same codes for merchants.
 */
export const DOCTOR_TEXTS: Readonly<Record<string, string>> = {
  token_ok: "secuconnect accepts the credentials.",
  token_unauthorized:
    "secuconnect rejects the credentials: check clientId, clientSecret and environment in medusa-config. {cause}",
  token_unreachable:
    "secuconnect cannot be reached: check this server's network and proxy, and environment in medusa-config. {cause}",
  token_timeout: "secuconnect did not answer in time: try again in a few minutes. {cause}",
  token_unreadable:
    "Something other than secuconnect answers: check environment in medusa-config. {cause}",
  token_rejected:
    "secuconnect rejects the request: try again; if that does not help, ask secupay. {cause}",
  contract_ok: "Contract {contract_id} is valid.",
  contract_missing:
    "No contract is set: set contractId in the plugin's options, or in the admin under Settings, secuconnect.",
  contract_not_asked: "The contract cannot be checked without a connection.",
  contract_refused:
    "secuconnect does not accept contract {contract_id}: check it in secuOffice. {cause}",
  contract_failed: "Contract {contract_id} could not be checked: try again. {cause}",
  methods_unknown: "The payment methods of the contract are unknown.",
  methods_none: "The contract has no payment method in euros: ask secupay to activate one.",
  method_offered: "{method}: offered in {regions}.",
  method_not_offered: "{method}: in the contract, and enabled in no region.",
  wallet_offered: "{method}: comes with the card, in {regions}.",
  wallet_not_offered: "{method}: comes with the card, which no region offers.",
  test_mode_lacks:
    'Not in test mode: {methods}. Use secupay\'s test system (environment: "testing") for them.',
  test_mode_live:
    "Test mode on the live system: with secupay's new card acquiring there is none. Make a test payment by card.",
  clock_ok: "This server's clock is right.",
  clock_fast: "This server's clock is {seconds} seconds fast: synchronize it with a time server.",
  clock_slow: "This server's clock is {seconds} seconds slow: synchronize it with a time server.",
  clock_unknown: "This server's clock could not be checked.",
  address_public: "{url} is a public address that secuconnect can call.",
  address_private:
    "{url} is not a public address, so pushes do not arrive: set backendUrl in the plugin's options.",
  address_http: "{url} is not encrypted: use https, and set backendUrl in the plugin's options.",
  push_seen: "The last push came at {at}.",
  push_never: "No push has come yet: make a test payment in the admin, and try again.",
  modules_shared: "Medusa's modules work with several servers.",
  modules_in_memory:
    "These modules work on a single server only: {modules}. With several, use those for Redis or PostgreSQL.",
  dependencies_missing: "The payment module cannot see the plugin, see above.",
  regions_ok: "Customers can pay with secuconnect in {regions}.",
  regions_currency_refused:
    "Nothing is charged in the currency of {regions}, because its decimals are disputed: switch secuconnect off there.",
  regions_none: "No region offers secuconnect: enable it in the admin under Settings, Regions.",
}
