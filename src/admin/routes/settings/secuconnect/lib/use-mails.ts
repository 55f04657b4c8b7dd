import { useMutation, useQuery } from "@tanstack/react-query"
import type {
  AdminMailsResponse,
  AdminSampleMailResponse,
  AdminSendSampleMail,
} from "../../../../../http-types"
import { api } from "../../../../lib/api"

/** The mails as customers get them, with the saved settings. Mount it anew after saving. */
export function useMails(language: string) {
  return useQuery({
    queryKey: ["secuconnect", "mails", language],
    queryFn: () => api.get<AdminMailsResponse>("/mails", { language }),
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
  })
}

export function useSampleMail() {
  return useMutation({
    mutationFn: (sample: AdminSendSampleMail) =>
      api.post<AdminSampleMailResponse>("/mails/samples", sample),
  })
}
