// The keys of programs: what each may do, when it was used last, and a way to shut it out.

import { Button, Text } from "@mantine/core";
import { IconKey, IconKeyOff, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { Sure } from "../Sure";
import classes from "../Integrations.module.css";
import { useActorName, useKeys, useLines, useTeams } from "../names";
import { NewKey } from "./NewKey";
import { useRevokeKey, type ApiKey } from "./queries";

export function KeysPanel() {
  const t = useWords();
  const keys = useKeys();
  const [making, make] = useState(false);
  const inForce = keys.data?.filter(({ revoked_at }) => revoked_at === null) ?? [];
  const revoked = keys.data?.filter(({ revoked_at }) => revoked_at !== null) ?? [];
  const opener = (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { make(true); }}>
      {t("integrations:keys.new")}
    </Button>
  );
  return (
    <Panel title={t("integrations:keys.title")} beside={opener}>
      {keys.error !== null && (
        <div className={classes.padded}>
          <Problem error={keys.error} title={t("problem.load_title")} retry={() => void keys.refetch()} />
        </div>
      )}
      {keys.isPending && <LoadingRows rows={2} />}
      {keys.isSuccess && inForce.length === 0 && <Empty title={t("integrations:keys.none_title")} words={t("integrations:keys.none_words")} />}
      <ul className={classes.rows} aria-label={t("integrations:keys.title")}>
        {inForce.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
      {revoked.length > 0 && (
        <details className={classes.more}>
          <summary>{t("integrations:keys.revoked", { count: revoked.length })}</summary>
          <ul className={classes.rows}>
            {revoked.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </ul>
        </details>
      )}
      <NewKey opened={making} close={() => { make(false); }} />
    </Panel>
  );
}

function KeyRow({ apiKey: key }: { apiKey: ApiKey }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const actorName = useActorName();
  const scope = useScope(key);
  const [asking, ask] = useState(false);
  const revoking = useRevokeKey(key.id);
  const moment = (at: string) => format.moment(at, clock.now());
  const inForce = key.revoked_at === null;
  const life = [
    t("integrations:keys.made", { at: moment(key.made_at), by: actorName(key.made_by) }),
    key.used_at === null ? t("integrations:keys.never_used") : t("integrations:keys.used", { at: moment(key.used_at) }),
    key.revoked_at !== null && t("integrations:keys.revoked_at", { at: moment(key.revoked_at) }),
  ];
  return (
    <li>
      <div className={classes.who}>
        <span className={classes.name}>{key.name}</span>
        <StateBadge tone="waiting" icon={inForce ? IconKey : IconKeyOff}>
          {t(`user.role_${key.role}`)}
        </StateBadge>
        <Text size="sm" c="dimmed">
          {scope}
        </Text>
      </div>
      {inForce ? (
        <Button size="xs" variant="default" aria-label={t("integrations:keys.revoke_which", { name: key.name })} onClick={() => { ask(true); }}>
          {t("integrations:keys.revoke")}
        </Button>
      ) : (
        <span />
      )}
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {life.filter(Boolean).join(" · ")}
      </Text>
      <Sure
        opened={asking}
        close={() => { ask(false); }}
        title={t("integrations:keys.revoke_title", { name: key.name })}
        words={t("integrations:keys.revoke_words")}
        action={t("integrations:keys.revoke")}
        doing={revoking}
      />
    </li>
  );
}

/** Say where a key counts. */
function useScope({ role, agent_id, supervises }: ApiKey): string {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const lines = useLines();
  const teams = useTeams();
  if (role === "agent") return t("integrations:keys.scope_agent", { agent: agentName(agent_id) });
  if (supervises === null) return t("integrations:keys.scope_all");
  const names = [
    ...(supervises.lines ?? []).map((id) => lines.data?.find((each) => each.id === id)?.settings.name ?? id),
    ...(supervises.teams ?? []).map((id) => teams.data?.find((each) => each.id === id)?.settings.name ?? id),
  ];
  return names.length === 0 ? t("integrations:keys.scope_none") : t("integrations:keys.scope_some", { names: format.list(names) });
}
