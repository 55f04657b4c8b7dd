import { useMutation, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type {
  AdminOrderPaymentsResponse,
  AdminPayment,
  AdminPaymentResponse,
  AdminReportDelivery,
  PaymentAction,
} from "../../http-types"
import { api } from "./api"
import { WITH_NEWS } from "./news"

/**
 * Ours live among the dashboard's details of orders: whatever it does to an order, a capture or a
 * refund, makes it read them anew, and ours with them.
 */
const OURS = "secuconnect"
export const keyOf = (kind: "order" | "payment" | "links", id: string) => [
  "orders",
  "detail",
  OURS,
  kind,
  id,
]

/** Every payment of an order, the newest first. */
export function useOrderPayments(orderId: string) {
  const query = useQuery({
    queryKey: keyOf("order", orderId),
    queryFn: () => api.get<AdminOrderPaymentsResponse>(`/orders/${orderId}/payments`),
    ...WITH_NEWS,
  })
  useOrderFollows(query.data?.payments)
  return query
}

/** One payment, also one without an order. */
export function usePayment(id: string) {
  return useQuery({
    queryKey: keyOf("payment", id),
    queryFn: () => api.get<AdminPaymentResponse>(`/payments/${id}`),
    ...WITH_NEWS,
  })
}

const ROUTES: Record<PaymentAction, { path: string; body?: object }> = {
  refresh: { path: "refresh" },
  remind: { path: "remind" },
  report_delivery: { path: "report-delivery" },
  cancel: { path: "cancel" },
  refund: { path: "resolve", body: { resolution: "refund" } },
  keep: { path: "resolve", body: { resolution: "keep" } },
  complete: { path: "resolve", body: { resolution: "complete" } },
}

/** What is to be done, and what the route wants to know besides. */
type ActionRequest = { action: PaymentAction } & AdminReportDelivery

/** Does something with a payment; everything that shows it is read anew. */
export function usePaymentAction(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ action, ...given }: ActionRequest) => {
      const { path, body } = ROUTES[action]
      return api.post<AdminPaymentResponse>(`/payments/${id}/${path}`, { ...body, ...given })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["orders"] }),
  })
}

/** When a payment has moved, the rest of the order's page is read anew. */
function useOrderFollows(payments: AdminPayment[] | undefined): void {
  const queries = useQueryClient()
  const standing = payments?.map(({ state, booked }) => JSON.stringify([state, booked])).join()
  const last = useRef(standing)
  useEffect(() => {
    const hasMoved = last.current !== undefined && last.current !== standing
    last.current = standing
    if (hasMoved) void queries.invalidateQueries({ predicate: (query) => isTheirs(query.queryKey) })
  }, [standing, queries])
}

function isTheirs([kind, , owner]: QueryKey): boolean {
  return kind === "orders" && owner !== OURS
}
