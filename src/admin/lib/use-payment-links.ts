import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreatedPaymentLinkResponse,
  AdminMailedPaymentLinkResponse,
  AdminPaymentLinksResponse,
} from "../../http-types"
import { api } from "./api"
import { WITH_NEWS } from "./news"
import { keyOf } from "./use-payments"

/** What is open on an order, and its payment links. */
export function usePaymentLinks(orderId: string) {
  return useQuery({
    queryKey: keyOf("links", orderId),
    queryFn: () => api.get<AdminPaymentLinksResponse>(`/orders/${orderId}/payment-links`),
    ...WITH_NEWS,
  })
}

/** Makes a link; its address is in the answer, and nowhere else. */
export function useCreatePaymentLink(orderId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<AdminCreatedPaymentLinkResponse>(`/orders/${orderId}/payment-links`),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf("links", orderId) }),
  })
}

/** Makes a link that nobody but the customer is shown: it is mailed. */
export function useMailPaymentLink(orderId: string) {
  const queries = useQueryClient()
  const path = `/orders/${orderId}/payment-links/mail`
  return useMutation({
    mutationFn: () => api.post<AdminMailedPaymentLinkResponse>(path),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf("links", orderId) }),
  })
}
