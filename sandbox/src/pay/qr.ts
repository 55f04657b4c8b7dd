import type { RequestHandler } from "express"
import { toBuffer } from "qrcode"
import { transferDetails } from "../api/views/payment-instructions"
import { effectiveAmount } from "../machine/amounts"
import { currentPayment } from "../machine/smart-transactions"
import type { Sandbox } from "../sandbox"
import { queryOf } from "./visit"

/** In modules, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** `GET /qr/epc?stx=`: the transfer as an EPC code. The vendor's image format is not documented. */
export function qrImage(sandbox: Sandbox): RequestHandler {
  return (request, response, next) => {
    const payload = epcPayload(sandbox, queryOf(request).get("stx") ?? "")
    if (payload === null) {
      response.status(404).end()
      return
    }
    toBuffer(payload, { errorCorrectionLevel: "M", margin: QUIET_ZONE, scale: 6 })
      .then((image) => response.type("png").send(image))
      .catch(next)
  }
}

/** EPC069-12, version 002, UTF-8; euro only. */
function epcPayload(sandbox: Sandbox, id: string): string | null {
  const record = sandbox.state.smartTransactions.get(id)
  const details = record && transferDetails(sandbox, record)
  const payment = record && currentPayment(sandbox, record)
  if (!details || !payment || record.currency !== "EUR") return null
  const amount = (effectiveAmount(sandbox.state, payment) / 100).toFixed(2)
  const { bic, owner, iban, purpose } = details
  return ["BCD", "002", "1", "SCT", bic, owner, iban, `EUR${amount}`, "", "", purpose].join("\n")
}
