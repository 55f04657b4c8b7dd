import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminRegionMethodsResponse, AdminSwitchRegionMethod } from "../../http-types"
import { api } from "./api"

/** Among the dashboard's regions, so that an edit of the region there is seen here. */
const keyOf = (regionId: string) => ["regions", "detail", "secuconnect", regionId]

export function useRegionMethods(regionId: string) {
  return useQuery({
    queryKey: keyOf(regionId),
    queryFn: () => api.get<AdminRegionMethodsResponse>(`/regions/${regionId}/methods`),
  })
}

/** Switches a method on or off; the region's page is read anew. */
export function useSwitchMethod(regionId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: AdminSwitchRegionMethod) =>
      api.post<AdminRegionMethodsResponse>(`/regions/${regionId}/methods`, change),
    onSuccess: (found) => queries.setQueryData(keyOf(regionId), found),
    onSettled: () => queries.invalidateQueries({ queryKey: ["regions"] }),
  })
}
