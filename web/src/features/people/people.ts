// People as the list shows them: users, the agents who they are, and agents without an account.

import type { Role } from "@/api/session";
import type { AgentView } from "@/api/views";
import type { TeamView, UserView } from "./queries";

export interface Person {
  id: string;
  name: string;
  user: UserView | null;
  agent: AgentView | null;
  teams: readonly TeamView[];
}

export const STATES = ["active", "deactivated", "invited", "waiting", "no_account"] as const;
export type PersonState = (typeof STATES)[number];
export const ROLES = ["owner", "admin", "supervisor", "agent"] as const satisfies readonly Role[];
export const PHONES = ["browser", "desk", "outside"] as const satisfies readonly AgentView["phone"][];

export interface PeopleSearch {
  q?: string;
  role?: Role;
  team?: string;
  state?: PersonState;
  phone?: AgentView["phone"];
}

const RANK: Record<Role, number> = { agent: 0, supervisor: 1, admin: 2, owner: 3 };

/** Nobody gives away more than they have. */
export const rolesGrantedBy = (role: Role) => ROLES.filter((each) => RANK[each] <= RANK[role]);
export const outranks = (one: Role, other: Role) => RANK[one] > RANK[other];

export function peopleOf(users: readonly UserView[], agents: Iterable<AgentView>, teams: readonly TeamView[]): Person[] {
  const left = new Map([...agents].map((agent) => [agent.id, agent]));
  const teamsOf = (agentId: string | null) =>
    agentId === null ? [] : teams.filter(({ settings }) => settings.members.includes(agentId));
  const withAccount = users.map((user): Person => {
    const agent = user.agent_id === null ? undefined : left.get(user.agent_id);
    return { id: user.id, name: user.name, user, agent: agent ?? null, teams: teamsOf(user.agent_id) };
  });
  for (const { user } of withAccount) if (user?.agent_id != null) left.delete(user.agent_id);
  const without = [...left.values()].map((agent): Person => ({ id: agent.id, name: agent.name, user: null, agent, teams: teamsOf(agent.id) }));
  return [...withAccount, ...without].sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
}

export function stateOf({ user }: Person): PersonState {
  if (user === null) return "no_account";
  if (!user.active) return "deactivated";
  if (user.waits_until !== null) return "waiting";
  return user.password_to_be_changed ? "invited" : "active";
}

export function fits(person: Person, search: PeopleSearch): boolean {
  const text = bare(`${person.name} ${person.user?.email ?? ""} ${person.agent?.name ?? ""}`);
  return (
    text.includes(bare(search.q ?? "")) &&
    (search.role === undefined || person.user?.role === search.role) &&
    (search.team === undefined || person.teams.some(({ id }) => id === search.team)) &&
    (search.state === undefined || stateOf(person) === search.state) &&
    (search.phone === undefined || person.agent?.phone === search.phone)
  );
}

/** Without accents, capitals and blanks around it. */
const bare = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Read an address, whatever somebody has written there. */
export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  const one = <Value extends string>(name: string, values: readonly Value[]) => values.find((each) => each === given[name]);
  const text = (name: string) => (typeof given[name] === "string" || typeof given[name] === "number" ? String(given[name]) : undefined);
  return withoutNothing({
    q: text("q"),
    role: one("role", ROLES),
    team: text("team"),
    state: one("state", STATES),
    phone: one("phone", PHONES),
  });
}

export const withoutNothing = (search: PeopleSearch): PeopleSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== "")) as PeopleSearch;
