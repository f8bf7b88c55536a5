// What the screens of teams and users ask of the API, and what they change.

import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, asSeen, ask, askSheet } from "@/api/client";
import { Refused } from "@/api/refused";
import type { components } from "@/api/schema";
import { useLiveEvents } from "@/live/hooks";

type Schemas = components["schemas"];
export type UserView = Schemas["UserView"];
export type UserDraft = Schemas["UserDraft"];
export type NewUser = Schemas["NewUser"];
export type UserWithPassword = Schemas["UserWithPassword"];
export type AgentSettings = Schemas["AgentSettings"];
export type TeamView = Schemas["TeamView"];
export type TeamSettings = Schemas["TeamSettings"];
export type LineView = Schemas["LineView"];

export const USERS = ["users"] as const;
export const TEAMS = ["teams"] as const;
export const LINES = ["lines"] as const;
const FLOWS = ["flows"] as const;
export const settingsOf = (agentId: string) => ["agent-settings", agentId] as const;
const TOUCHING = /^(line-|team-|agent-configured|flow-published)/;

export const TEAMS_QUERY = { queryKey: TEAMS, queryFn: () => ask(api.GET("/api/v1/teams")) } as const;
const LINES_QUERY = { queryKey: LINES, queryFn: () => ask(api.GET("/api/v1/lines")) } as const;
const FLOWS_QUERY = { queryKey: FLOWS, queryFn: () => ask(api.GET("/api/v1/flows")) } as const;

/** Without the permission there is nobody to ask for. */
export const useUsers = (enabled: boolean) =>
  useQuery({ queryKey: USERS, queryFn: () => ask(api.GET("/api/v1/users")), enabled });

export const useTeams = () => useQuery(TEAMS_QUERY);
export const useTeamsAndNumbers = () => useQueries({ queries: [TEAMS_QUERY, LINES_QUERY, FLOWS_QUERY] });
export const useTeamsAndLines = () => useQueries({ queries: [TEAMS_QUERY, LINES_QUERY] });

const agentSettings = (agentId: string) =>
  askSheet(api.GET("/api/v1/agents/{agent_id}/settings", { params: { path: { agent_id: agentId } } }));

export const useAgentSettings = (agentId: string) =>
  useQuery({ queryKey: settingsOf(agentId), queryFn: () => agentSettings(agentId), placeholderData: undefined });

/** Ask again once something that is shown here has changed, whoever did it. */
export function useFreshPeople(): void {
  const queries = useQueryClient();
  useLiveEvents((events) => {
    if (!events.some(({ name }) => TOUCHING.test(name))) return;
    for (const queryKey of [TEAMS, LINES, FLOWS, ["agent-settings"]]) void queries.invalidateQueries({ queryKey });
  });
}

/** Keep what a change has answered of a user, and have the list asked anew. */
export function useKeepUser(): (user: UserView) => Promise<void> {
  const queries = useQueryClient();
  return async (user) => {
    queries.setQueryData<UserView[]>(USERS, (before) => before?.map((each) => (each.id === user.id ? user : each)));
    await queries.invalidateQueries({ queryKey: ["sessions"] });
    await queries.invalidateQueries({ queryKey: USERS });
  };
}

// ---- changes

const ofUser = (user_id: string) => ({ params: { path: { user_id } } });

export const addUser = (body: NewUser) => ask(api.POST("/api/v1/users", { body }));
export const changeUser = ({ id, etag }: UserView, body: UserDraft) =>
  ask(api.PUT("/api/v1/users/{user_id}", { params: { path: { user_id: id }, ...asSeen(etag) }, body }));
export const deactivate = (id: string) => ask(api.POST("/api/v1/users/{user_id}/deactivate", ofUser(id)));
export const activate = (id: string) => ask(api.POST("/api/v1/users/{user_id}/activate", ofUser(id)));
export const liftWaits = (id: string) => ask(api.POST("/api/v1/users/{user_id}/lift-waits", ofUser(id)));
export const resetPassword = (id: string) => ask(api.POST("/api/v1/users/{user_id}/reset-password", ofUser(id)));
export const resetFactor = (id: string) => ask(api.POST("/api/v1/users/{user_id}/reset-two-factor", ofUser(id)));

export const saveAgent = (agentId: string, etag: string, body: AgentSettings) =>
  askSheet(api.PUT("/api/v1/agents/{agent_id}/settings", { params: { path: { agent_id: agentId }, ...asSeen(etag) }, body }));

const ringOutside = (agentId: string, number: string) =>
  ask(api.PUT("/api/v1/agents/{agent_id}/rings-on", { params: { path: { agent_id: agentId } }, body: { phone: "outside", number } }));

/** Have somebody rung at a number outside; the settings are then others than were seen, by this alone. */
export async function ringOutsideAsSeen(agentId: string, etag: string, number: string): Promise<string> {
  const { etag: there } = await agentSettings(agentId);
  if (there !== etag) throw new Refused("changed-meanwhile", "");
  await ringOutside(agentId, number);
  return (await agentSettings(agentId)).etag;
}

export const saveTeam = ({ id, etag }: TeamView, body: TeamSettings) =>
  ask(api.PUT("/api/v1/teams/{team_id}", { params: { path: { team_id: id }, ...asSeen(etag) }, body }));

export const addTeam = (body: TeamSettings) => ask(api.POST("/api/v1/teams", { body }));

export function assign(lineId: string, agentId: string, assigned: boolean) {
  const where = { params: { path: { line_id: lineId, agent_id: agentId } } };
  return ask(
    assigned
      ? api.PUT("/api/v1/lines/{line_id}/agents/{agent_id}", where)
      : api.DELETE("/api/v1/lines/{line_id}/agents/{agent_id}", where),
  );
}
