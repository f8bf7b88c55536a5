// What the editor asks of the API.

import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import { useLiveEvents } from "@/live/hooks";
import { MESSAGES } from "@/ui/messages/queries";
import type { Seen } from "./editor";
import type { FlowSettings } from "./model";

type Schemas = components["schemas"];
export type FlowView = Schemas["FlowView"];
export type DraftView = Schemas["DraftView"];
export type VersionView = Schemas["VersionView"];
export type LineView = Schemas["LineView"];
export type TeamView = Schemas["TeamView"];
export type ProblemView = Schemas["ProblemView"];

const TOUCHING = /^(flow-|line-|team-|agent-configured|message-(?!passed))/;

const LINES = { queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) } as const;
const TEAMS = { queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")) } as const;
const FLOWS = { queryKey: ["flows"], queryFn: () => ask(api.GET("/api/v1/flows")) } as const;
const DRAFTS = { queryKey: ["flow-drafts"], queryFn: () => ask(api.GET("/api/v1/flow-drafts")) } as const;

const of = (flowId: string) => ({ params: { path: { flow_id: flowId } } });

export const useAllFlows = () => useQueries({ queries: [FLOWS, DRAFTS, LINES] });

/** Ask for all that the editor shows, at once. */
export const useEverything = () => useQueries({ queries: [FLOWS, DRAFTS, LINES, TEAMS, MESSAGES] });

export const useVersions = (flowId: string, enabled: boolean) =>
  useQuery({
    queryKey: ["flow-versions", flowId],
    queryFn: () => ask(api.GET("/api/v1/flows/{flow_id}/versions", of(flowId))),
    placeholderData: undefined,
    enabled,
  });

export const useVersion = (flowId: string, version: number | null) =>
  useQuery({
    queryKey: ["flow-version", flowId, version],
    queryFn: () => ask(api.GET("/api/v1/flows/{flow_id}/versions/{version}", { params: { path: { flow_id: flowId, version: version ?? 0 } } })),
    staleTime: Infinity,
    placeholderData: undefined,
    enabled: version !== null && version > 0,
  });

/** Ask what is wrong with a Smartflow as it is here, saved or not. */
export const useCheck = (flowId: string, flow: FlowSettings) =>
  useQuery({ queryKey: ["flow-check", flowId, flow], queryFn: () => ask(api.POST("/api/v1/flows/{flow_id}/check", { ...of(flowId), body: flow })) });

/** Ask again once something that is shown here has changed, whoever did it. */
export function useFreshFlows(): void {
  const queries = useQueryClient();
  useLiveEvents((events) => {
    if (events.some(({ name }) => TOUCHING.test(name))) void refresh(queries);
  });
}

const SHOWN = new Set(["flows", "flow-drafts", "flow-versions", "flow-check", "lines", "teams", "messages"]);

export const refresh = (queries: ReturnType<typeof useQueryClient>) =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => SHOWN.has(String(queryKey[0])) });

/** Put what the server has just said of a Smartflow where the screens look for it. */
export function told(queries: ReturnType<typeof useQueryClient>, flowId: string, draft: DraftView | null, flow?: FlowView): void {
  queries.setQueryData<DraftView[]>(DRAFTS.queryKey, (all = []) => [...all.filter(({ flow_id }) => flow_id !== flowId), ...(draft === null ? [] : [draft])]);
  if (flow !== undefined) queries.setQueryData<FlowView[]>(FLOWS.queryKey, (all = []) => [...all.filter(({ id }) => id !== flowId), flow]);
}

// ---- changes

export const saveDraft = (flowId: string, seen: Seen, settings: FlowSettings) =>
  ask(api.PUT("/api/v1/flows/{flow_id}/draft", { ...of(flowId), body: { seen, settings } }));

export const discardDraft = (flowId: string, seenDraft: number) =>
  ask(api.DELETE("/api/v1/flows/{flow_id}/draft", { params: { path: { flow_id: flowId }, query: { seen_draft: seenDraft } } }));

export const publishDraft = (flowId: string, seen: Seen) => ask(api.POST("/api/v1/flows/{flow_id}/publish", { ...of(flowId), body: seen }));

export const rollBack = (flowId: string, version: number, seenVersion: number) =>
  ask(api.POST("/api/v1/flows/{flow_id}/roll-back", { ...of(flowId), body: { version, seen_version: seenVersion } }));
