// The national holidays that are proposed for a country and year.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";

export const useHolidays = (country: string, year: number, enabled: boolean) =>
  useQuery({
    queryKey: ["holidays", country, year],
    queryFn: () => ask(api.GET("/api/v1/holidays/{country}/{year}", { params: { path: { country, year } } })),
    staleTime: Infinity,
    enabled,
  });
