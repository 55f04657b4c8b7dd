/** The arrows of docs/architecture.md: who may import whom. One way only. */
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  comment: `${from} may import only: ${allowed.join(", ")}`,
  from: { path: `^src/${from}` },
  to: { path: "^(src|sandbox|demo|__tests__)/", pathNot: allowed.map((room) => `^src/${room}`) },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-missing", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-unlisted-packages",
      severity: "error",
      from: { path: "^src" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-packages-that-a-shop-does-not-install",
      severity: "error",
      // The admin's pages are bundled; Medusa's dashboard brings what they import.
      from: { path: "^src", pathNot: "^src/admin" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["npm", "npm-peer", "npm-optional"],
      },
    },
    only("client-knows-nobody", "secuconnect", ["secuconnect"]),
    {
      name: "client-has-never-heard-of-medusa",
      severity: "error",
      from: { path: "^src/secuconnect" },
      to: { path: "(^|node_modules/)@medusajs/" },
    },
    only("mapping-is-pure", "mapping", ["mapping", "secuconnect"]),
    {
      name: "mapping-sends-nothing",
      severity: "error",
      from: { path: "^src/mapping" },
      to: { path: "(^|node_modules/)axios" },
    },
    {
      name: "mapping-asks-nothing-of-the-system",
      severity: "error",
      comment: "A hash of a value is a pure function; nothing else of Node is.",
      from: { path: "^src/mapping" },
      to: { dependencyTypes: ["core"], pathNot: "^crypto$" },
    },
    only("ledger-uses-mapping-and-client", "modules", ["modules", "mapping", "secuconnect"]),
    only("provider-uses-the-module-through-the-container", "providers", [
      "providers",
      "medusa",
      "mapping",
      "secuconnect",
      "modules/secuconnect/types",
    ]),
    only("workflows-use-what-is-below", "workflows", [
      "workflows",
      "modules",
      "medusa",
      "mapping",
      "secuconnect",
    ]),
    only("subscribers-call-workflows", "subscribers", [
      "subscribers",
      "medusa",
      "workflows",
      "modules",
      "mapping",
    ]),
    only("jobs-call-workflows", "jobs", ["jobs", "workflows", "modules", "mapping"]),
    only("scripts-call-workflows", "scripts", ["scripts", "workflows", "mapping"]),
    only("api-calls-workflows", "api", ["api", "workflows", "modules", "medusa", "mapping"]),
    only("admin-speaks-http-only", "admin", ["admin", "http-types"]),
    only("http-types-name-the-words", "http-types", ["http-types", "mapping"]),
    {
      name: "sandbox-imports-nothing-from-src",
      severity: "error",
      from: { path: "^sandbox" },
      to: { path: "^(src|demo|__tests__)/" },
    },
    {
      name: "demo-uses-what-an-installed-package-offers",
      severity: "error",
      from: { path: "^demo" },
      to: { path: "^(src|sandbox|__tests__)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Our own build output. Not that of packages: an excluded module is no import at all.
    exclude: { path: "^((sandbox|demo/storefront)/)?(dist|\\.medusa)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.check.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
}
