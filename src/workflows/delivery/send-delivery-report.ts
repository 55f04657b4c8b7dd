import type { SecuconnectClient } from "../../secuconnect"
import {
  captureStep,
  DeliveryError,
  toShippingInformation,
} from "../../mapping/delivery/delivery-progress"
import { isDead } from "../../mapping/status/status"
import type { CheckoutRow, DeliveryReportRow } from "../../modules/secuconnect/types"

type Payments = SecuconnectClient["payments"]
type Information = ReturnType<typeof toShippingInformation>

/**
 * Makes one report at secuconnect. Afterwards it is known there, also if it was already.
 *
 * @throws SecuconnectError, or DeliveryError when it cannot be made as things stand
 */
export async function sendDeliveryReport(
  { payments }: SecuconnectClient,
  checkout: CheckoutRow,
  report: DeliveryReportRow,
): Promise<void> {
  const information = toShippingInformation(report)
  const ids = livePayments(checkout)
  if (ids.length === 0) throw new DeliveryError("the payment is not known yet")
  for (const id of ids) {
    await (report.kind === "capture"
      ? reportFinal(payments, id, information)
      : inform(payments, id, information))
  }
}

function livePayments({ payments }: CheckoutRow): string[] {
  const live = (payments ?? []).filter(({ is_refund, status }) => !is_refund && !isDead(status))
  return live.map(({ id }) => id)
}

/** The status says whether it is still to be done, and after a lost answer whether it was. */
async function reportFinal(
  payments: Payments,
  id: string,
  information: Information,
): Promise<void> {
  switch (captureStep(await payments.checkStatus(id))) {
    case "capture":
      await capture(payments, id, information)
      return
    case "inform":
      await inform(payments, id, information)
      return
    case "taken":
      return
    case "gone":
      throw new DeliveryError("the payment was cancelled")
    case "wait":
      throw new DeliveryError("the payment does not wait for its delivery yet")
  }
}

async function capture(payments: Payments, id: string, information: Information): Promise<void> {
  try {
    await payments.capture(id, information)
  } catch (error) {
    if (!(await isTaken(payments, id))) throw error
  }
}

async function isTaken(payments: Payments, id: string): Promise<boolean> {
  try {
    return captureStep(await payments.checkStatus(id)) !== "capture"
  } catch {
    // The first error tells more; the next attempt reads the status anyway.
    return false
  }
}

/** Sent twice it is the same as once: it overwrites. */
async function inform(payments: Payments, id: string, information: Information): Promise<void> {
  const { result } = await payments.addShippingInformation(id, information)
  if (!result) throw new DeliveryError("secuconnect did not take the shipping information")
}
