import { runTogether } from "../support/together"

runTogether("mapping")
