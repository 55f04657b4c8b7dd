import { runTogether } from "../support/together"

runTogether("admin", "api", "docs", "medusa", "modules", "providers", "storefront", "workflows")
