// Lets in who is signed in, shows the sign-in screen to everybody else, and follows the live feed.

import { Center, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from "react";
import { queries } from "@/api/queries";
import { SIGNED_OUT, isOperator, readSession, signOut, type Session } from "@/api/session";
import { token } from "@/api/token";
import { SessionContext, type SignedIn } from "@/api/useSession";
import { speakUnlessChosen, withWords } from "@/i18n";
import { LiveContext } from "@/live/hooks";
import { LiveStore, liveAddress } from "@/live/store";
import { Problem } from "@/ui/Problem";

const SESSION = { queryKey: ["session"], queryFn: readSession, staleTime: Infinity } as const;
const AGENT_KEY = "ringback-agent";
const TO_DO_FIRST = "to-do-first";

const live = new LiveStore(liveAddress());

const SignInScreen = lazy(async () => ({
  default: (await import("@/features/sign_in/SignInScreen")).SignInScreen,
}));

const ToDoScreen = lazy(async () => ({
  default: (await withWords(import("@/features/account/ToDoScreen"), "account")).ToDoScreen,
}));

/** Ask who is signed in while the words are still on their way. */
export const askSession = () => queries.prefetchQuery(SESSION);

export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(SESSION);

  if (session === undefined) {
    return (
      <Center mih="100vh" p="md">
        {error === null ? <Loader size="sm" /> : <Problem error={error} retry={() => void refetch()} />}
      </Center>
    );
  }
  if (session === null) {
    return (
      <Suspense>
        <SignInScreen onSignedIn={() => {
            know();
          }} />
      </Suspense>
    );
  }
  if (session.to_do.length > 0) {
    return (
      <Suspense>
        <ToDoScreen session={session} onDone={know} leave={() => void leave(session)} />
      </Suspense>
    );
  }
  return (
    <SignedInPage key={session.user.id} session={session} leave={() => void leave(session)}>
      {children}
    </SignedInPage>
  );
}

/** Go on with what a change has answered, or ask anew. */
function know(session?: Session): void {
  if (session === undefined) void queries.invalidateQueries({ queryKey: SESSION.queryKey });
  else queries.setQueryData(SESSION.queryKey, session);
}

async function leave(session: Session): Promise<void> {
  live.leave();
  await signOut(session).catch(() => undefined);
  location.reload();
}

interface PageProps {
  session: Session;
  leave: () => void;
  children: ReactNode;
}

function SignedInPage({ session, leave, children }: PageProps) {
  const mayBeAnyAgent = isOperator(session);
  const [chosen, choose] = useState(() => (mayBeAnyAgent ? sessionStorage.getItem(AGENT_KEY) : null));
  const agentId = mayBeAnyAgent ? chosen : session.user.agent_id;

  const refused = useEffectEvent((code: string) => {
    if (code === "unknown-agent") {
      sessionStorage.removeItem(AGENT_KEY);
      choose(null);
    } else if (SIGNED_OUT.has(code) || code === TO_DO_FIRST) {
      live.leave();
      know();
    }
  });

  useEffect(() => {
    live.refused = refused;
    live.follow({ token: token(), agent_id: agentId });
    addEventListener("online", live.reconnect);
    return () => {
      removeEventListener("online", live.reconnect);
    };
  }, [agentId]);

  useEffect(() => {
    if (!session.demo && !mayBeAnyAgent) void speakUnlessChosen(session.user.language);
  }, [mayBeAnyAgent, session.demo, session.user.language]);

  const signedIn = useMemo<SignedIn>(
    () => ({
      session,
      agentId,
      mayBeAnyAgent,
      beAgent: (id) => {
        if (id === null) sessionStorage.removeItem(AGENT_KEY);
        else sessionStorage.setItem(AGENT_KEY, id);
        choose(id);
      },
      signOut: leave,
    }),
    [session, agentId, mayBeAnyAgent, leave],
  );

  return (
    <SessionContext value={signedIn}>
      <LiveContext value={live}>{children}</LiveContext>
    </SessionContext>
  );
}
