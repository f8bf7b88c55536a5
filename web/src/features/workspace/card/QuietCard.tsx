// The card while nothing rings: why, and what would change it.

import { Button, Text } from "@mantine/core";
import type { AgentView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { useAwayReasons } from "@/ui/away";
import { useSetStatus } from "../actions";
import classes from "./Card.module.css";
import type { End } from "./ends";

export function EndCard({ end }: { end: End }) {
  return (
    <div className={classes.quiet} role="status">
      <Text fw={600}>
        <EndWords end={end} />
      </Text>
    </div>
  );
}

export function EndWords({ end }: { end: End }) {
  const t = useWords();
  const agentName = useAgentName();
  return t(`workspace:end.${end.key}`, {
    agent: agentName(end.agentId),
    cause: end.cause === undefined ? "" : t(`domain:cause.${end.cause}`),
  });
}

export function QuietCard({ agent }: { agent: AgentView }) {
  const t = useWords();
  const setStatus = useSetStatus(agent.id);
  const { title, words } = useReason(agent);
  return (
    <div className={classes.quiet}>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" maw={300}>
        {words}
      </Text>
      {agent.status !== "online" && (
        <Button
          mt="sm"
          loading={setStatus.isPending}
          onClick={() => {
            setStatus.mutate({ status: "online" });
          }}
        >
          {t("workspace:quiet.become_available")}
        </Button>
      )}
      <Problem error={setStatus.error} />
    </div>
  );
}

function useReason(agent: AgentView): { title: string; words: string } {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const { shown } = useAwayReasons();
  const { condition, duty_changes_at: at } = agent;
  switch (condition) {
    case "off-duty":
      return {
        title: t("workspace:quiet.off-duty_title"),
        words:
          at === null
            ? t("workspace:quiet.off-duty_never")
            : t("workspace:quiet.off-duty_until", { time: format.moment(at, clock.now()) }),
      };
    case "do-not-disturb":
      return agent.status_cause === "rang-out"
        ? {
            title: t("workspace:quiet.rang_out_title"),
            words: t("workspace:quiet.rang_out_words", { n: agent.ring_outs_in_row }),
          }
        : { title: agent.away_reason === null ? t("workspace:quiet.do-not-disturb_title") : t("workspace:quiet.away_title", { reason: shown(agent.away_reason) }), words: t("workspace:quiet.do-not-disturb_words") };
    case "offline":
    case "connection-lost":
      return { title: t(`workspace:quiet.${condition}_title`), words: t(`workspace:quiet.${condition}_words`) };
    default:
      return { title: t("workspace:quiet.available_title"), words: t("workspace:quiet.available_words") };
  }
}
