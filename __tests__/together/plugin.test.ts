import { runTogether } from "../support/together"

runTogether("admin", "docs", "medusa", "modules", "providers", "workflows")
