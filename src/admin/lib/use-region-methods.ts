import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "./api"

export interface RegionMethod {
  provider_id: string
  method: string
  enabled: boolean
  obstacle: "not_offered" | "not_for_currency" | null
}

interface RegionMethods {
  currency_code: string
  methods: RegionMethod[]
  /** Why nobody knows what the contract offers. */
  problem: string | null
}

/** Among the dashboard's regions, so that an edit of the region there is seen here. */
const keyOf = (regionId: string) => ["regions", "detail", "secuconnect", regionId]

export function useRegionMethods(regionId: string) {
  return useQuery({
    queryKey: keyOf(regionId),
    queryFn: () => api.get<RegionMethods>(`/regions/${regionId}/methods`),
  })
}

/** Switches a method on or off; the region's page is read anew. */
export function useSwitchMethod(regionId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: { provider_id: string; enabled: boolean }) =>
      api.post<RegionMethods>(`/regions/${regionId}/methods`, change),
    onSuccess: (found) => queries.setQueryData(keyOf(regionId), found),
    onSettled: () => queries.invalidateQueries({ queryKey: ["regions"] }),
  })
}
