/** The connection test and its results. */
export const connection = {
  title: "Connection",
  description: "Checks everything that a payment needs. Nothing is changed.",
  start: "Test connection",
  failed: "The connection could not be tested",
  toRegions: "Go to regions",
  states: { ok: "OK", warning: "Warning", error: "Error", unknown: "Unknown" },
  checks: {
    token_ok: "secuconnect accepts the credentials.",
    token_unauthorized:
      "secuconnect rejects the credentials. Check client id, client secret and environment in medusa-config.",
    token_unreachable:
      "secuconnect cannot be reached. Check the server's network and proxy, and the environment in medusa-config.",
    token_timeout: "secuconnect did not answer in time. Try again in a few minutes.",
    token_unreadable:
      "Something other than secuconnect answers. Check the environment in medusa-config.",
    token_rejected:
      "secuconnect rejects the request. Try again; if that does not help, ask secupay.",
    contract_ok: "Contract {{contract_id}} is valid.",
    contract_missing: "No contract is set, so payments cannot be started. Enter it below.",
    contract_not_asked: "Without a connection the contract cannot be checked.",
    contract_refused:
      "secuconnect does not accept contract {{contract_id}}. Check it in secuOffice.",
    contract_failed: "Contract {{contract_id}} could not be checked. Try again.",
    methods_unknown: "The payment methods in your contract are unknown.",
    methods_none: "Your contract includes no payment method in euros. Ask secupay to activate one.",
    method_offered: "{{method}}: offered in {{regions}}.",
    method_not_offered: "{{method}}: in your contract, but not enabled in any region.",
    wallet_offered: "{{method}}: comes with the card, in {{regions}}. It has no switch of its own.",
    wallet_not_offered: "{{method}}: comes with the card, which no region offers.",
    test_mode_lacks:
      "Not in test mode: {{methods}}. With its new card acquiring secupay has no test mode on its live system: test cards on its test system (environment in medusa-config).",
    test_mode_live:
      "Test mode on the live system: with secupay's new card acquiring there is none. A test payment by card shows whether your contract still has it.",
    clock_ok: "The server clock is right.",
    clock_fast: "The server clock is {{seconds}} seconds fast. Synchronize it with a time server.",
    clock_slow: "The server clock is {{seconds}} seconds slow. Synchronize it with a time server.",
    clock_unknown: "The server clock could not be checked.",
    address_public: "{{url}} is a public address that secuconnect can call.",
    address_private:
      "{{url}} is not a public address: webhooks do not arrive, so payments are updated late. Set backendUrl in medusa-config.",
    address_http: "{{url}} is not encrypted. Use https, and set backendUrl in medusa-config.",
    push_seen: "Last webhook: {{at}}.",
    push_never: "No webhook received yet. Make a test payment and test again.",
    modules_shared: "Medusa's modules work with several servers.",
    modules_in_memory:
      "These modules work on a single server only: {{modules}}. With several servers, use those for Redis or PostgreSQL.",
    dependencies_missing:
      'The payment module cannot see the plugin. In medusa-config, add dependencies: ["secuconnect", "query"] to its entry.',
    regions_ok: "Customers can pay with secuconnect in these regions: {{regions}}.",
    regions_currency_refused:
      "These regions use a currency in which nothing is charged, because its decimals are disputed: {{regions}}. Switch secuconnect off there.",
    regions_none:
      "No region offers secuconnect, so customers cannot choose it. Enable it in a region.",
    other: "Unknown result: {{code}}.",
  },
} as const
