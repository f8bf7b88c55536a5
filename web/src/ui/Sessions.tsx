// The browsers in which somebody is signed in, each of which can be shut out.

import { Button, Group, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { namedBrowser } from "./browser";
import { Empty } from "./Empty";
import { LoadingRows } from "./LoadingRows";
import { Problem } from "./Problem";
import classes from "./Sessions.module.css";
import { StateBadge } from "./StateBadge";

type OpenSession = components["schemas"]["OpenSessionView"];

/** Without a user they are one's own. */
export function Sessions({ userId }: { userId?: string }) {
  const t = useWords();
  const queries = useQueryClient();
  const key = ["sessions", userId ?? "own"];
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => ask(api.GET("/api/v1/sessions", { params: { query: { user_id: userId ?? null } } })),
    placeholderData: undefined,
  });
  const ending = useMutation({
    mutationFn: (id: string) => ask(api.DELETE("/api/v1/sessions/{session_id}", { params: { path: { session_id: id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const shown = [...(sessions.data ?? [])].sort((one, other) => Number(other.here) - Number(one.here) || other.seen_at.localeCompare(one.seen_at));
  return (
    <>
      <Problem error={sessions.error} title={t("problem.load_title")} retry={() => void sessions.refetch()} />
      <Problem error={ending.error} />
      {sessions.isPending && <LoadingRows rows={2} />}
      {sessions.isSuccess && shown.length === 0 && <Empty title={t("account:sessions.none")} />}
      <ul className={classes.sessions}>
        {shown.map((session) => (
          <Row
            key={session.id}
            session={session}
            isEnding={ending.isPending && ending.variables === session.id}
            end={() => {
              ending.mutate(session.id);
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  session: OpenSession;
  isEnding: boolean;
  end: () => void;
}

function Row({ session, isEnding, end }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { browser, system } = namedBrowser(session.browser);
  const name = browser ?? t("account:sessions.browser");
  const what = system === null ? name : t("account:sessions.browser_on", { browser: name, system });
  const facts = [
    session.address,
    t("account:sessions.since", { when: format.moment(session.began_at, now) }),
    t("account:sessions.seen", { when: format.moment(session.seen_at, now) }),
  ];
  return (
    <li className={classes.session}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={550} title={session.browser}>
            {what}
          </Text>
          {session.here && (
            <StateBadge tone="talking" icon={IconCheck}>
              {t("account:sessions.here")}
            </StateBadge>
          )}
        </Group>
        <Text size="sm" c="dimmed" className="figures">
          {facts.join(" · ")}
        </Text>
      </div>
      {!session.here && (
        <Button size="xs" variant="default" loading={isEnding} onClick={end} aria-label={t("account:sessions.end_what", { what })}>
          {t("account:sessions.end")}
        </Button>
      )}
    </li>
  );
}
