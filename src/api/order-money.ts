import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { obstacleToCancellation } from "../mapping/books/bookable"
import { choiceOfProvider } from "../mapping/methods/methods"
import { causeOf, notAllowed } from "../mapping/words/errors"
import { listCollectionsOfOrder } from "../medusa/links"
import { findOrderOfChange, readProvidersOf, type ChangeEntity } from "../medusa/order-of-change"
import type { Query } from "../medusa/query"
import { findPaymentOfOrder, readOrderForBooking } from "../medusa/read-order-for-booking"
import { readUnbooked } from "../medusa/read-unbooked"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import type { OrderMoney } from "../modules/secuconnect/types"
import { syncCheckoutsWorkflow } from "../workflows"

/** Whose money a request of the core's API is about; null where it is nobody's. */
type Finder = (query: Query, req: MedusaRequest) => Promise<OrderMoney | null>

const whole = (order_id: string | null): OrderMoney | null =>
  order_id ? { order_id, payment_id: null } : null

const idOf = ({ params }: MedusaRequest): string => params["id"] ?? ""

const byPayment: Finder = async (query, req) => await findPaymentOfOrder(query, { id: idOf(req) })

const byOrder: Finder = (_query, req) => Promise.resolve(whole(idOf(req)))

const byChange =
  (entity: ChangeEntity): Finder =>
  async (query, req) =>
    whole(await findOrderOfChange(query, entity, idOf(req)))

const withOrder = z.object({ order_id: z.string() })

const byBody: Finder = (_query, { body }) => {
  const parsed = withOrder.safeParse(body)
  return Promise.resolve(whole(parsed.success ? parsed.data.order_id : null))
}

const CANCEL_ORDER = "/admin/orders/:id/cancel"
const CREDIT_LINES = "/admin/orders/:id/credit-lines"
const MARK_AS_PAID = "/admin/payment-collections/:id/mark-as-paid"
const REQUEST_RETURN = "/admin/returns/:id/request"
const CANCEL_RETURN = "/admin/returns/:id/cancel"

/**
 * Where an order comes to need more or less, and Medusa emits no event of its own: what is promised for
 * it is checked at once, see `order-changed.ts`.
 */
const CHANGES_SILENTLY: ReadonlySet<string> = new Set([
  CREDIT_LINES,
  MARK_AS_PAID,
  REQUEST_RETURN,
  CANCEL_RETURN,
])

/**
 * Where the core's API writes an order's money, and where it begins or ends a change of the order, which
 * must not happen between a refund and its booking. A fulfilment is such a change too, and so is a return
 * that a customer asks for: begun beside a refund they would take the version that its credit line needs.
 */
const ROUTES: Record<string, Finder> = {
  "/admin/payments/:id/capture": byPayment,
  "/admin/payments/:id/refund": byPayment,
  [MARK_AS_PAID]: byBody,
  [CANCEL_ORDER]: byOrder,
  [CREDIT_LINES]: byOrder,
  "/admin/orders/:id/payment-sessions/authorize": byOrder,
  "/admin/orders/:id/transfer": byOrder,
  "/admin/orders/:id/fulfillments": byOrder,
  "/admin/orders/:id/fulfillments/:fulfillment_id/cancel": byOrder,
  "/admin/orders/:id/fulfillments/:fulfillment_id/shipments": byOrder,
  "/admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered": byOrder,
  "/admin/order-edits": byBody,
  "/admin/order-edits/:id/confirm": byOrder,
  "/admin/returns": byBody,
  [REQUEST_RETURN]: byChange("return"),
  [CANCEL_RETURN]: byChange("return"),
  "/admin/returns/:id/receive": byChange("return"),
  "/admin/returns/:id/receive/confirm": byChange("return"),
  "/admin/exchanges": byBody,
  "/admin/exchanges/:id/request": byChange("order_exchange"),
  "/admin/exchanges/:id/cancel": byChange("order_exchange"),
  "/admin/claims": byBody,
  "/admin/claims/:id/request": byChange("order_claim"),
  "/admin/claims/:id/cancel": byChange("order_claim"),
  "/admin/draft-orders/:id/edit": byOrder,
  "/admin/draft-orders/:id/edit/request": byOrder,
  "/admin/draft-orders/:id/edit/confirm": byOrder,
  "/store/returns": byBody,
  "/store/orders/:id/transfer/request": byOrder,
  "/store/orders/:id/transfer/accept": byOrder,
}

const WAIT_MS = 20_000

/**
 * The core reads an order's sums before it calls a payment provider, and writes them after the
 * provider has answered: only around the whole request can two be kept apart. Orders that were never to be
 * paid with us are not touched.
 */
export const orderMoneyRoutes: MiddlewareRoute[] = Object.entries(ROUTES).map(
  ([matcher, find]) => ({
    matcher,
    methods: ["POST"],
    middlewares: [
      async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
        const query: Query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
        const money = await find(query, req)
        if (money && (await isPaidWithUs(req, money))) {
          const holding = { money, refuses_repetition: matcher.endsWith("/refund") }
          await holdUntilAnswered(req, res, holding)
          if (matcher === CANCEL_ORDER) await refuseCancellation(query, money)
          if (CHANGES_SILENTLY.has(matcher)) checkWhenAnswered(req, res, money)
        }
        next()
      },
    ],
  }),
)

/**
 * Or may be: what waits for a transfer, came first, or has a payment page open has no payment in Medusa, and
 * gets one under the same lock.
 */
async function isPaidWithUs(req: MedusaRequest, { order_id }: OrderMoney): Promise<boolean> {
  const query: Query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const providers = await readProvidersOf(query, order_id)
  if (providers.some((id) => choiceOfProvider(id) !== null)) return true
  if ((await ledger.unpaidOrders.waitingOf(order_id)) !== null) return true
  const payment_collection_id = { $in: await listCollectionsOfOrder(query, order_id) }
  const filters = { creation: "open", $or: [{ order_id }, { payment_collection_id }] }
  return (await ledger.listCheckouts(filters, { select: ["id"], take: 1 })).length > 0
}

/** Given back right before the answer is sent: whoever reads it may ask for the next thing. */
async function holdUntilAnswered(
  req: MedusaRequest,
  res: MedusaResponse,
  { money, refuses_repetition }: { money: OrderMoney; refuses_repetition: boolean },
): Promise<void> {
  const query: Query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const { order_id } = money
  const release = await req.scope.resolve(SECUCONNECT_MODULE).orderLocks.hold(money, {
    by: "merchant",
    wait_ms: WAIT_MS,
    refuses_repetition,
    readUnbooked: () => readUnbooked(query, { order_id, payment_id: null }),
  })
  const end = res.end.bind(res)
  const afterwards = (...answer: Parameters<typeof end>) => {
    release()
      .catch((error: unknown) => {
        logger.warn(`secuconnect: ${order_id}: its lock ends by its time: ${causeOf(error)}`)
      })
      .finally(() => end(...answer))
    return res
  }
  Object.assign(res, { end: afterwards })
}

/** What was refused has changed nothing. */
function checkWhenAnswered(req: MedusaRequest, res: MedusaResponse, { order_id }: OrderMoney) {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  res.once("finish", () => {
    if (res.statusCode >= 300) return
    syncCheckoutsWorkflow(req.scope)
      .run({ input: { order_id } })
      .catch((error: unknown) => {
        logger.warn(`secuconnect: ${order_id}: not checked, the schedule does: ${causeOf(error)}`)
      })
  })
}

/** The core would say so only after the order's payments were cancelled. */
async function refuseCancellation(query: Query, { order_id }: OrderMoney): Promise<void> {
  const order = await readOrderForBooking(query, order_id)
  const obstacle = order && obstacleToCancellation(order)
  if (!obstacle) return
  throw notAllowed(
    `secuconnect: the order was not cancelled. ${obstacle}.`,
    "secuconnect_money_request_failed",
  )
}
