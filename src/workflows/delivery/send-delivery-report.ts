import type { SecuconnectClient } from "../../secuconnect"
import {
  captureStep,
  captureSteps,
  DeliveryError,
  reportablePayments,
  toShippingInformation,
  type CaptureStep,
  type Told,
} from "../../mapping/delivery/delivery-progress"
import type { CheckoutRow, DeliveryReportRow } from "../../modules/secuconnect/types"

type Payments = SecuconnectClient["payments"]
type Information = ReturnType<typeof toShippingInformation>

/** What is to be done for one payment. */
type Task = () => Promise<void>

/**
 * Makes one report at secuconnect, for every payment that it concerns: one that does not take it keeps
 * none of the others from it. Afterwards it is known there, also if it was already.
 *
 * @throws SecuconnectError, or DeliveryError when it cannot be made as things stand; the first one
 */
export async function sendDeliveryReport(
  { payments }: Pick<SecuconnectClient, "payments">,
  checkout: Pick<CheckoutRow, "payments">,
  report: Told & Pick<DeliveryReportRow, "kind">,
): Promise<void> {
  const information = toShippingInformation(report)
  const ids = reportablePayments(checkout.payments ?? [])
  if (ids.length === 0) throw new DeliveryError("the payment is not known yet")
  const tasks =
    report.kind === "capture"
      ? await finalTasks(payments, ids, information)
      : ids.map((id) => () => inform(payments, id, information))
  await doAll(tasks)
}

/** @throws what the first of those threw that did not work, when all were tried */
async function doAll(tasks: Task[]): Promise<void> {
  const errors: unknown[] = []
  for (const task of tasks) await task().catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw errors[0]
}

/** The statuses say what is still to be done, and after a lost answer what was. */
async function finalTasks(
  payments: Payments,
  ids: string[],
  information: Information,
): Promise<Task[]> {
  const read = await Promise.allSettled(ids.map((id) => payments.checkStatus(id)))
  const steps = captureSteps(read.map((one) => (one.status === "fulfilled" ? one.value : null)))
  return ids.map((id, nth) => async () => {
    const [one, step] = [read[nth], steps[nth]]
    if (one?.status === "rejected") throw one.reason
    if (step) await take(payments, { id, step }, information)
  })
}

async function take(
  payments: Payments,
  { id, step }: { id: string; step: CaptureStep },
  information: Information,
): Promise<void> {
  switch (step) {
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
