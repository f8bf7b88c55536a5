import { describe, expect, it } from "vitest";
import { agent as anAgent } from "@/testing/made";
import { fits, peopleOf, readPeopleSearch, rolesGrantedBy, stateOf, type Person } from "./people";
import type { TeamView, UserView } from "./queries";

const user = (told: Partial<UserView>): UserView => ({
  id: "u1",
  email: "lea@example.org",
  name: "Léa",
  language: "fr",
  role: "agent",
  agent_id: "lea",
  supervises: null,
  active: true,
  second_factor: false,
  second_factor_required: false,
  password_to_be_changed: false,
  created_at: "2026-03-02T09:00:00Z",
  sessions: 0,
  waits_until: null,
  etag: "",
  ...told,
});
const SUPPORT: TeamView = { id: "support", settings: { name: "Support", members: ["lea"] }, etag: "" };

describe("people", () => {
  const [lea, tom] = peopleOf([user({})], [anAgent({ id: "lea", name: "Léa" }), anAgent({ id: "tom", name: "Tom" })], [SUPPORT]) as [Person, Person];

  it("are users with their agent, and agents without an account", () => {
    expect([lea.agent?.id, lea.teams, stateOf(lea)]).toEqual(["lea", [SUPPORT], "active"]);
    expect([tom.user, tom.teams, stateOf(tom)]).toEqual([null, [], "no_account"]);
  });

  it("are found without accents and capitals, and by all filters at once", () => {
    expect(fits(lea, { q: "LEA", team: "support", role: "agent", state: "active" })).toBe(true);
    expect(fits(lea, { q: "lea", role: "owner" })).toBe(false);
    expect(fits(tom, { role: "agent" })).toBe(false);
  });

  it("are first what keeps them out", () => {
    const state = (told: Partial<UserView>) => stateOf({ ...lea, user: user(told) });

    expect(state({ password_to_be_changed: true })).toBe("invited");
    expect(state({ password_to_be_changed: true, waits_until: "2026-03-02T09:00:00Z" })).toBe("waiting");
    expect(state({ password_to_be_changed: true, active: false })).toBe("deactivated");
  });

  it("grant no more than they have", () => {
    expect(rolesGrantedBy("admin")).toEqual(["admin", "supervisor", "agent"]);
  });

  it("are filtered by what an address says, and by nothing it cannot mean", () => {
    expect(readPeopleSearch({ q: 12, role: "emperor", state: "invited", team: "" })).toEqual({ q: "12", state: "invited" });
  });
});
