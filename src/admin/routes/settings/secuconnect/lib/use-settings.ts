import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminSettingsResponse, AdminUpdateSettings } from "../../../../../http-types"
import { api } from "../../../../lib/api"

const KEY = ["secuconnect", "settings"]

/** The settings. Not read again by itself: that would take away what somebody is typing. */
export function useSettings() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => api.get<AdminSettingsResponse>("/settings"),
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
    staleTime: Infinity,
  })
}

export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: AdminUpdateSettings) =>
      api.post<AdminSettingsResponse>("/settings", change),
    onSuccess: (reply) => client.setQueryData(KEY, reply),
  })
}

/** The names of the fields that the server refused: its message has a line for each. */
export function refusedFields(message: string): string[] {
  return message.split("\n").flatMap((line) => /^\w+/.exec(line)?.[0] ?? [])
}
