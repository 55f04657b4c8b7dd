import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { Attention } from "../../http-types"
import { api } from "./api"
import { WITH_NEWS } from "./news"
import type { Payment } from "./payment"

export const PAGE_SIZE = 20

export type View = "all" | "attention" | "waiting"

/** What the payments page shows: everything that the server is asked for. */
export interface PaymentsWish {
  view: View
  q: string
  filters: Record<string, unknown>
  order: string
  page: number
}

/** A line of the payments page. */
export type PaymentRow = Pick<
  Payment,
  | "id"
  | "reference"
  | "order"
  | "state"
  | "method"
  | "amount"
  | "currency_code"
  | "is_demo"
  | "trans_id"
  | "created_at"
> & { attention: Attention | null }

export interface PaymentsPage {
  payments: PaymentRow[]
  count: number
  /** Nobody counts beyond 1,000. */
  is_exact: boolean
  has_more: boolean
}

/** A page of the payments; the last one stays while the next is read. */
export function usePayments(wish: PaymentsWish) {
  const query = {
    ...filterOf(wish),
    order: wish.order,
    limit: PAGE_SIZE,
    offset: wish.page * PAGE_SIZE,
  }
  return useQuery({
    // Among the orders: what the dashboard does to one can change this page.
    queryKey: ["orders", "list", "secuconnect", query],
    queryFn: () => api.get<PaymentsPage>("/payments", query),
    placeholderData: keepPreviousData,
    ...WITH_NEWS,
  })
}

/** Hands what is filtered to the browser as a file. */
export async function exportPayments(wish: PaymentsWish, language: string): Promise<void> {
  const query = { ...filterOf(wish), language }
  const url = URL.createObjectURL(await api.download("/payments/export", query, "text/csv"))
  const link = document.createElement("a")
  link.href = url
  link.download = `secuconnect-${new Date().toISOString().slice(0, 10)}.csv`
  link.click()
  URL.revokeObjectURL(url)
}

function filterOf({ view, q, filters }: PaymentsWish): Record<string, string> {
  const chosen = Object.entries(filters).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(",") : value
    return typeof text === "string" && text ? [[name, text] satisfies [string, string]] : []
  })
  return {
    ...(view === "attention" ? { attention: "any" } : {}),
    ...(view === "waiting" ? { state: "waiting" } : {}),
    ...Object.fromEntries(chosen),
    ...(q.trim() === "" ? {} : { q: q.trim() }),
  }
}
