import { closeStage, STAGE_MS } from "./support/stage"

// One demo for all of them: it takes a minute to start, and Medusa bundles its admin once. The
// order matters: the first expects a demo without payments, the last ends it and starts it again.
import "./admin-payments"
import "./admin-payment-link"
import "./admin-shipment"
import "./admin-settings"
import "./shop"

afterAll(closeStage, STAGE_MS)
