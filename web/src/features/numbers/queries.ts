// What the numbers' screens ask of the API.

import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, asSeen, ask, askSheet } from "@/api/client";
import type { components } from "@/api/schema";
import { useLiveEvents } from "@/live/hooks";
import { MESSAGES, type MessageView } from "@/ui/messages/queries";

type Schemas = components["schemas"];
export type LineView = Schemas["LineView"];
export type FlowView = Schemas["FlowView"];
export type { MessageView };
export type TeamView = Schemas["TeamView"];

/** Opening hours pass by themselves: it is asked again. */
const ASKED_AGAIN_MS = 60_000;
const TOUCHING = /^(line-|flow-published|account-|team-|message-(?!passed)|callback-(requested|closed))/;

const LINES = {
  queryKey: ["lines"],
  queryFn: () => ask(api.GET("/api/v1/lines")),
  refetchInterval: ASKED_AGAIN_MS,
} as const;
const FLOWS = { queryKey: ["flows"], queryFn: () => ask(api.GET("/api/v1/flows")) } as const;
const ACCOUNT = { queryKey: ["account"], queryFn: () => askSheet(api.GET("/api/v1/account/settings")) } as const;
const TEAMS = { queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")) } as const;

/** Ask for all that the settings of a number are made of, at once. */
export const useEverything = () => useQueries({ queries: [LINES, FLOWS, ACCOUNT, MESSAGES, TEAMS] });

export const useLines = () => useQuery(LINES);
export const useFlows = () => useQuery(FLOWS);

/** Ask again once something that is shown here has changed, whoever did it. */
export function useFreshSettings(): void {
  const queries = useQueryClient();
  useLiveEvents((events) => {
    if (!events.some(({ name }) => TOUCHING.test(name))) return;
    for (const { queryKey } of [LINES, FLOWS, ACCOUNT, MESSAGES, TEAMS]) void queries.invalidateQueries({ queryKey });
  });
}

// ---- changes

export const saveLine = ({ id, etag }: LineView, body: Schemas["LineSettings"]) =>
  ask(api.PUT("/api/v1/lines/{line_id}/settings", { params: { path: { line_id: id }, ...asSeen(etag) }, body }));

export const publishFlow = (flowId: string, seenVersion: number, body: Schemas["FlowSettings"]) =>
  ask(
    api.PUT("/api/v1/flows/{flow_id}", {
      params: { path: { flow_id: flowId }, query: { seen_version: seenVersion } },
      body,
    }),
  );

export const saveAccount = (etag: string, body: Schemas["AccountSettings"]) =>
  ask(api.PUT("/api/v1/account/settings", { params: asSeen(etag), body }));

/** Change this alone, over what the server has at this moment. */
export async function optIn() {
  const { settings, etag } = await ACCOUNT.queryFn();
  return saveAccount(etag, { ...settings, enrolled: true });
}

export const cancelPending = (lineId: string, count: number) =>
  ask(api.POST("/api/v1/lines/{line_id}/cancel-callbacks", { params: { path: { line_id: lineId } }, body: { count } }));
