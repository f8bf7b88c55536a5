// What the figures ask of the API: all at once, none waits for another.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components, operations } from "@/api/schema";
import type { Period } from "./period";
import type { AnalyticsSearch } from "./search";

type Schemas = components["schemas"];
export type Figures = Schemas["FiguresView"];
export type By = NonNullable<NonNullable<operations["get_analytics"]["parameters"]["query"]>["by"]>;

export const IN_TIME_SECONDS = 20;
const FRESH_MS = 60_000;

export const useFigures = (period: Period, by: By, { line, team, agent, within }: AnalyticsSearch) =>
  useQuery({
    queryKey: ["analytics", by, period.since, period.until, line, team, agent, within],
    queryFn: () =>
      ask(
        api.GET("/api/v1/analytics", {
          params: {
            query: {
              since: new Date(period.since).toISOString(),
              until: new Date(period.until).toISOString(),
              by,
              time_zone: TIME_ZONE,
              within_seconds: within ?? IN_TIME_SECONDS,
              line_id: line === undefined ? undefined : [line],
              team_id: team,
              agent_id: agent,
            },
          },
        }),
      ),
    refetchInterval: () => (period.until > Date.now() ? FRESH_MS : false),
  });

export const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const useLines = () => useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });

export const useTeams = () => useQuery({ queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")) });
