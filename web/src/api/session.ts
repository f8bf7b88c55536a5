// Who is signed in: a cookie of the server's, or the installation's own token of the start address.

import { ask, api } from "./client";
import { Refused } from "./refused";
import { forgetToken, token } from "./token";

export type Role = "owner" | "admin" | "supervisor" | "agent";

export interface Session {
  user: { id: string; name: string; email: string | null; role: Role; language: "en" | "fr"; agent_id: string | null };
  company: { id: string; name: string };
  permissions: readonly string[];
  demo: boolean;
}

export interface Setup {
  needed: boolean;
  demo: { email: string; password: string } | null;
}

/** Nobody is signed in, or no longer. */
export const SIGNED_OUT = new Set(["not-signed-in", "invalid-token"]);
const NOT_OFFERED = new Set(["not-found", "method-not-allowed"]);

/** The one who started the installation: may do everything, and is no agent. */
const OPERATOR: Session = {
  user: { id: "operator", name: "", email: null, role: "owner", language: "en", agent_id: null },
  company: { id: "", name: "" },
  permissions: [],
  demo: false,
};

/** Tell who is signed in; null when nobody is. */
export async function readSession(): Promise<Session | null> {
  try {
    if (token() === null) return await ask<Session>("GET", "/session");
    await ask(api.GET("/api/v1/health"));
    return OPERATOR;
  } catch (refused) {
    if (refused instanceof Refused && (SIGNED_OUT.has(refused.code) || NOT_OFFERED.has(refused.code))) {
      forgetToken();
      return null;
    }
    throw refused;
  }
}

export const isOperator = (session: Session) => session.user.id === OPERATOR.user.id;

/** Tell what the first page needs to know; null where the server knows only its token. */
export async function readSetup(): Promise<Setup | null> {
  try {
    return await ask<Setup>("GET", "/setup");
  } catch (refused) {
    if (refused instanceof Refused && (NOT_OFFERED.has(refused.code) || SIGNED_OUT.has(refused.code))) return null;
    throw refused;
  }
}

export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

export const signIn = (credentials: Credentials) => ask<Session>("POST", "/session", credentials);

export const createOwner = (owner: { name: string; email: string; password: string }) =>
  ask<Session>("POST", "/setup", owner);

export async function signOut(): Promise<void> {
  if (token() === null) await ask("DELETE", "/session");
  forgetToken();
}
