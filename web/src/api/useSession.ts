// Who is signed in, for every component; and which agent this page is.

import { createContext, useContext } from "react";
import type { Permission, Session } from "./session";

export interface SignedIn {
  session: Session;
  /** The agent this page is the Workspace of; null for somebody who takes no calls. */
  agentId: string | null;
  /** Whether this person may be any agent: whoever bears the installation's token. */
  mayBeAnyAgent: boolean;
  beAgent: (id: string | null) => void;
  signOut: () => void;
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error("nobody is signed in around this component");
  return signedIn;
}

/** Tell whether who is signed in may do this. */
export function useMay(permission: Permission): boolean {
  const { session } = useSession();
  return session.permissions.includes(permission);
}
