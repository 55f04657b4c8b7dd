import { useMutation } from "@tanstack/react-query"
import { api } from "../../../../lib/api"

/** One result of the connection test. */
export interface Check {
  id: string
  state: "ok" | "warning" | "error" | "unknown"
  code: string
  detail: Record<string, string | number | boolean | string[] | null>
}

export function useConnectionTest() {
  return useMutation({
    mutationFn: () => api.post<{ checks: Check[] }>("/connection-test"),
  })
}

interface TestPaymentReply {
  test_payment: { stx_id: string; checkout_url: string }
}

export function useTestPayment() {
  return useMutation({
    mutationFn: (language: string) => api.post<TestPaymentReply>("/test-payments", { language }),
  })
}
