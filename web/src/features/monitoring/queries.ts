// What live monitoring asks of the API, beside the live feed.

import { useMutation, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

/** Within how long a call must be answered to be in time. */
export const IN_TIME_SECONDS = 20;
const FIGURES_EVERY_MS = 10_000;
const WHY_EVERY_MS = 3_000;

/** Figures of the day that begins at this instant. */
export const useToday = (since: string, enabled: boolean) =>
  useQuery({
    queryKey: ["analytics", "today", since],
    queryFn: async () => {
      const until = new Date(Date.parse(since) + 86_400_000).toISOString();
      const query = { by: "day", since, until, within_seconds: IN_TIME_SECONDS, time_zone: timeZone() } as const;
      const { rows } = await ask(api.GET("/api/v1/analytics", { params: { query } }));
      return rows.map((row) => row.calls);
    },
    refetchInterval: FIGURES_EVERY_MS,
    enabled,
  });

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const useLines = () => useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });

const of = (callbackId: string) => ({ params: { path: { callback_id: callbackId } } });

export const storyKey = (callbackId: string) => ["callback", callbackId];

export const useStory = (callbackId: string) =>
  useQuery({
    queryKey: storyKey(callbackId),
    queryFn: () => ask(api.GET("/api/v1/callbacks/{callback_id}", of(callbackId))),
  });

export const useWhy = (callbackId: string) =>
  useQuery({
    queryKey: ["why", callbackId],
    queryFn: () => ask(api.GET("/api/v1/callbacks/{callback_id}/why", of(callbackId))),
    refetchInterval: WHY_EVERY_MS,
  });

export const useMoves = (callbackId: string) =>
  useQuery({
    queryKey: ["moves", callbackId],
    queryFn: () => ask(api.GET("/api/v1/callbacks/{callback_id}/moves", of(callbackId))),
    refetchInterval: WHY_EVERY_MS,
  });

export type Target = components["schemas"]["ToFront"] | components["schemas"]["ToStep"] | components["schemas"]["ToAgent"];

export const useMove = (callbackId: string) =>
  useMutation({
    mutationFn: (target: Target) => ask(api.POST("/api/v1/callbacks/{callback_id}/move", { ...of(callbackId), body: target })),
  });

export const useCancel = (callbackId: string) =>
  useMutation({
    mutationFn: () => ask(api.POST("/api/v1/callbacks/{callback_id}/cancel", { ...of(callbackId), body: {} })),
  });
