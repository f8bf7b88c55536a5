// What is asked about how the installation does; asked anew by itself.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

export type Health = components["schemas"]["HealthView"];
export type Machine = components["schemas"]["MachineView"];

const HEALTH = "health";
const OFTEN_MS = 5_000;
const SELDOM_MS = 30_000;

export const useHealth = () =>
  useQuery({ queryKey: [HEALTH], queryFn: () => ask(api.GET("/api/v1/health")), refetchInterval: OFTEN_MS, retry: false });

export const useMachine = () =>
  useQuery({ queryKey: [HEALTH, "machine"], queryFn: () => ask(api.GET("/api/v1/health/machine")), refetchInterval: SELDOM_MS });

/** Halt all callbacks of the company, or resume them. */
export function useHalting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (halt: boolean) =>
      ask(halt ? api.POST("/api/v1/account/callbacks/halt") : api.POST("/api/v1/account/callbacks/resume")),
    onSuccess: () => queries.invalidateQueries({ queryKey: [HEALTH] }),
  });
}

export const useDismiss = (alertId: string) =>
  useMutation({
    mutationFn: () => ask(api.POST("/api/v1/alerts/{alert_id}/dismiss", { params: { path: { alert_id: alertId } } })),
  });
