/** The arrows of docs/architecture.md: who may import whom. One way only. */
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  comment: `${from} may import only: ${allowed.join(", ")}`,
  from: { path: `^src/${from}` },
  to: { path: "^(src|sandbox|demo|__tests__)/", pathNot: allowed.map((room) => `^src/${room}`) },
})

/** What nobody may import. */
const fail = (name, to) => ({ name, severity: "error", from: {}, to })

/** Of the rooms inside a folder: what each may import of its siblings. */
const inside = (folder, rooms) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    name: `${folder}-${room}-stays-below`,
    severity: "error",
    comment: `${folder}/${room} may import of its siblings only: ${allowed.join(", ")}`,
    from: { path: `^src/${folder}/${room}/` },
    to: {
      path: `^src/${folder}/[^/]+/`,
      pathNot: [room, ...allowed].map((sibling) => `^src/${folder}/${sibling}/`),
    },
  }))

const BELOW_SYNC = ["booking", "delivery", "repair", "events"]

/** The faces of the rooms of `workflows`: what is behind them is their own. */
const WORKFLOWS = ["workflows/index\\.ts$", "workflows/[^/]+/index\\.ts$"]

/** @type {import('dependency-cruiser').IConfiguration} */
/** What callers of workflows may use beside their own room. */
const CALLED = [...WORKFLOWS, "modules", "mapping"]

/** A room that plays against the sandbox, and with what else of `src`. */
const playsWith = (name, room, more) => ({
  ...only(name, room, [room]),
  to: {
    path: "^(src|sandbox|demo|__tests__)/",
    pathNot: `^(src/(${room}/|${more})|sandbox/src/index\\.ts$)`,
  },
})

module.exports = {
  forbidden: [
    fail("no-cycles", { circular: true }),
    // The demo's build leads this package's own entries to their sources.
    fail("nothing-missing", { couldNotResolve: true, pathNot: "^medusa-payment-secuconnect/" }),
    {
      name: "no-unlisted-packages",
      severity: "error",
      from: { path: "^src" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown"],
        // An optional peer counts as listed and as not, because of `peerDependenciesMeta`.
        dependencyTypesNot: ["npm-peer"],
      },
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
      comment:
        "A hash of a value and a domain's spelling are pure functions; nothing else of Node is.",
      from: { path: "^src/mapping" },
      to: { dependencyTypes: ["core"], pathNot: "^(crypto|url)$" },
    },
    only("medusa-is-read-and-nothing-else", "medusa", ["medusa", "mapping"]),
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
    ...inside("workflows", {
      audit: [],
      events: [],
      repair: [],
      delivery: ["repair", "events"],
      booking: ["repair", "events"],
      sync: BELOW_SYNC,
      prepare: ["sync", ...BELOW_SYNC],
      merchant: ["sync", ...BELOW_SYNC],
      "payment-links": ["sync", ...BELOW_SYNC],
      "order-first": ["payment-links", "sync", ...BELOW_SYNC],
    }),
    ...inside("mapping", {
      words: [],
      status: ["words"],
      methods: ["status", "words"],
      money: ["status", "words"],
      request: ["methods", "status", "words"],
      decide: ["request", "methods", "status", "words"],
      books: ["money", "request", "methods", "status", "words"],
      // The audit judges by itself: nothing that decides may help it.
      laws: ["words"],
      delivery: ["request", "methods", "status", "words"],
      views: ["request", "methods", "status", "words"],
      mails: ["views", "request", "words"],
      page: ["views", "request", "methods", "status", "words"],
    }),
    {
      name: "no-cycles-between-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^src/(mapping|medusa|modules|providers|secuconnect|workflows)/" },
      to: { circular: true },
    },
    // A file belongs to a room with a subject.
    fail("no-folder-named-utils", { path: "/utils/", pathNot: "node_modules" }),
    only("subscribers-call-workflows", "subscribers", ["subscribers", "medusa", ...CALLED]),
    only("jobs-call-workflows", "jobs", ["jobs", ...CALLED]),
    only("scripts-call-workflows", "scripts", [
      "scripts",
      ...CALLED,
      "(verify|rehearse)/index\\.ts$",
    ]),
    playsWith(
      "rehearse-plays-the-shop",
      "rehearse",
      "(modules|medusa|mapping)/|workflows/index\\.ts$",
    ),
    playsWith("verify-plays-against-a-host", "verify", "secuconnect/"),
    only("api-calls-workflows", "api", [
      "api",
      ...WORKFLOWS,
      "http-types",
      "modules",
      "medusa",
      "mapping",
    ]),
    only("links-join-the-ledger", "links", ["links", "modules/secuconnect/index"]),
    only("policies-name-what-roles-allow", "policies", ["policies"]),
    only("http-types-name-what-is-shown", "http-types", ["http-types", "mapping"]),
    {
      name: "http-types-are-types",
      severity: "error",
      comment: "A storefront or an admin page takes nothing from the server but types.",
      from: { path: "^src/(http-types|admin|storefront)" },
      to: {
        path: "^src/",
        pathNot: "^src/(admin|storefront)",
        dependencyTypesNot: ["type-only"],
      },
    },
    only("admin-speaks-http-only", "admin", ["admin", "http-types"]),
    {
      name: "storefront-kit-speaks-http-only",
      severity: "error",
      // Every shop bundles it, for browsers, the edge and Node: no packages, no Node.
      from: { path: "^src/storefront/" },
      to: { pathNot: ["^src/(storefront|http-types)/", "node_modules/(@types/)?react/"] },
    },
    {
      name: "storefront-kit-knows-no-framework",
      severity: "error",
      from: { path: "^src/storefront/", pathNot: "^src/storefront/react/" },
      to: { path: ["node_modules", "^src/storefront/react/"] },
    },
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
