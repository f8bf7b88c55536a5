// Who is signed in: by a cookie of the server's. The installation's own token makes the first owner,
// and lets a visitor of the demo be any agent.

import { api, ask } from "./client";
import { Refused } from "./refused";
import type { components } from "./schema";
import { forgetToken } from "./token";

type Schemas = components["schemas"];
export type Session = Schemas["SessionView"];
export type Setup = Schemas["SetupView"];
export type Role = Session["user"]["role"];
export type Permission = Session["permissions"][number];

/** Nobody is signed in, or no longer. */
export const SIGNED_OUT = new Set(["not-signed-in", "invalid-token"]);

/** Tell who is signed in; null when nobody is. */
export async function readSession(): Promise<Session | null> {
  try {
    const session = await ask(api.GET("/api/v1/session"));
    if (!isOperator(session) || session.demo) return session;
    if ((await readSetup()).needed) return null;
    forgetToken();
    return await readSession();
  } catch (refused) {
    if (!(refused instanceof Refused && SIGNED_OUT.has(refused.code))) throw refused;
    forgetToken();
    return null;
  }
}

/** Tell whether this is whoever bears the installation's token: no user, and any agent. */
export const isOperator = ({ user }: Session) => user.email === null;

/** Tell what the first page needs to know. */
export const readSetup = () => ask(api.GET("/api/v1/setup"));

export const signIn = (body: Schemas["SignInRequest"]) => ask(api.POST("/api/v1/session", { body }));

/** Make the first owner, whose cookie tells from here on who one is: the token would outrank it. */
export async function createOwner(body: Schemas["FirstOwner"]): Promise<Session> {
  const session = await ask(api.POST("/api/v1/setup", { body }));
  forgetToken();
  return session;
}

export async function signOut(session: Session): Promise<void> {
  if (!isOperator(session)) await ask(api.DELETE("/api/v1/session"));
  forgetToken();
}
