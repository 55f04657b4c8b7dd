import { runTogether } from "../support/together"

runTogether("sandbox", "secuconnect", "verify", "rehearse")
