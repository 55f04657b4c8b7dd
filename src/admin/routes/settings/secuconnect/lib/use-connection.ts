import { useMutation } from "@tanstack/react-query"
import type {
  AdminConnectionTestResponse,
  AdminTestPaymentResponse,
} from "../../../../../http-types"
import { api } from "../../../../lib/api"

export function useConnectionTest() {
  return useMutation({
    mutationFn: () => api.post<AdminConnectionTestResponse>("/connection-test"),
  })
}

export function useTestPayment() {
  return useMutation({
    mutationFn: (language: string) =>
      api.post<AdminTestPaymentResponse>("/test-payments", { language }),
  })
}
