// What the screen asks of the API: a study is begun, followed until it ends, and stopped.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, sendForm } from "@/api/client";
import { Refused } from "@/api/refused";
import type { components } from "@/api/schema";
import { asDaysQuestion, asListQuestion, type WhatIfSearch } from "./question";

type Schemas = components["schemas"];
export type Study = Schemas["StudyView"];
export type CallList = Schemas["CallListView"];

export const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const FOLLOWED_EVERY_MS = 400;
const DAYS_OFFERED = 60;
const studyKey = (id: string) => ["what-if", id];

export const useStudy = (id: string | undefined) =>
  useQuery({
    queryKey: studyKey(id ?? ""),
    queryFn: () => ask(api.GET("/api/v1/what-if/{study_id}", { params: { path: { study_id: id ?? "" } } })),
    enabled: id !== undefined,
    placeholderData: undefined,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? FOLLOWED_EVERY_MS : false),
  });

export function useRun(begun: (study: Study) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ search, day }: { search: WhatIfSearch; day: string }) =>
      search.source === "list"
        ? ask(api.POST("/api/v1/what-if/of-call-list", { body: asListQuestion(search, search.list ?? "") }))
        : ask(api.POST("/api/v1/what-if", { body: asDaysQuestion(search, day, TIME_ZONE) })),
    onSuccess: (study) => {
      queries.setQueryData(studyKey(study.id), study);
      begun(study);
    },
  });
}

export function useStop() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ask(api.DELETE("/api/v1/what-if/{study_id}", { params: { path: { study_id: id } } })),
    onSuccess: (study) => {
      queries.setQueryData(studyKey(study.id), study);
    },
  });
}

export const useCallList = (id: string | undefined) =>
  useQuery({
    queryKey: ["call-list", id],
    queryFn: () => ask(api.GET("/api/v1/what-if/call-lists/{call_list_id}", { params: { path: { call_list_id: id ?? "" } } })),
    enabled: id !== undefined,
    placeholderData: undefined,
    staleTime: Infinity,
  });

export interface SentList {
  file: File;
  /** The column with the arrivals, where it is not called so. */
  arrival?: string;
}

export function useSendList(kept: (list: CallList) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, arrival }: SentList) => {
      const form = new FormData();
      form.set("file", file);
      form.set("name", file.name.slice(0, 100));
      const query = arrival === undefined ? "" : `?${new URLSearchParams({ arrival }).toString()}`;
      return sendForm<CallList>(`/what-if/call-lists${query}`, form);
    },
    onSuccess: (list) => {
      queries.setQueryData(["call-list", list.id], list);
      kept(list);
    },
  });
}

/** The columns a refused list has, where only the right one is missing. */
export function columnsOf(error: unknown): string[] {
  if (!(error instanceof Refused) || error.code !== "call-list-column-missing") return [];
  const { columns } = error.details;
  return Array.isArray(columns) ? columns.map(String) : [];
}

/** The last days with calls, the latest first. */
export const usePastDays = (today: number) =>
  useQuery({
    queryKey: ["what-if-days", today],
    queryFn: async () => {
      const since = new Date(today);
      since.setDate(since.getDate() - DAYS_OFFERED);
      const query = { since: since.toISOString(), until: new Date(today).toISOString(), by: "day" as const, time_zone: TIME_ZONE };
      const { rows } = await ask(api.GET("/api/v1/analytics", { params: { query } }));
      return rows.filter(({ calls }) => calls.inbound > 0).map(({ key, calls }) => ({ at: Date.parse(key ?? ""), calls: calls.inbound })).reverse();
    },
  });

export const useLines = () => useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });
