import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../../../lib/api"
import type { Setting } from "./draft"

/** The answer of `GET /admin/secuconnect/settings`. */
export interface SettingsReply {
  settings: Record<string, Setting>
  environment: string
  base_url: string
  credentials_present: boolean
  revision: number
  changed_by: string | null
  changed_at: string | null
  changed: string[]
}

export interface SettingsChange {
  revision: number
  values: Record<string, unknown>
}

const KEY = ["secuconnect", "settings"]

/** The settings. Not read again by itself: that would take away what somebody is typing. */
export function useSettings() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => api.get<SettingsReply>("/settings"),
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
    staleTime: Infinity,
  })
}

export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: SettingsChange) => api.post<SettingsReply>("/settings", change),
    onSuccess: (reply) => client.setQueryData(KEY, reply),
  })
}

/** The names of the fields that the server refused: its message has a line for each. */
export function refusedFields(message: string): string[] {
  return message.split("\n").flatMap((line) => /^\w+/.exec(line)?.[0] ?? [])
}
