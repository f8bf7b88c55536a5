// Why a callback does not ring at this moment, who is ahead of it, and what keeps each agent.

import { Stack, Text, Title } from "@mantine/core";
import type { components } from "@/api/schema";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { StateBadge, type StateTone } from "@/ui/StateBadge";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";
import { useWhy } from "./queries";

type WhyView = components["schemas"]["WhyView"];
type Bar = WhyView["bars"][number];
type AgentBar = WhyView["agents"][number]["bar"];

const AHEAD_SHOWN = 8;
const TONES: Partial<Record<AgentBar, StateTone>> = { available: "talking", ringing: "ringing", declined: "failed", "rang-out": "late" };

export function Why({ callbackId }: { callbackId: string }) {
  const { data, error, isPending, refetch } = useWhy(callbackId);
  if (isPending) return <LoadingRows rows={3} />;
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  return <Told why={data} />;
}

function Told({ why }: { why: WhyView }) {
  const t = useWords();
  const reasons = useReasons(why);
  return (
    <Stack gap="sm">
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Title order={3}>{t("monitoring:why.ahead")}</Title>
      <Ahead why={why} />
      <Title order={3}>{t("monitoring:why.agents")}</Title>
      <Agents why={why} />
    </Stack>
  );
}

function useReasons({ busy_clock: clock, bars, rung_agent_ids: rung }: WhyView): string[] {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const barWords = ({ kind, until }: Bar) => {
    const reason = isObstacle(kind) ? t(`monitoring:obstacle.${kind}`) : t("monitoring:why.hold", { cause: t(`domain:hold.${kind}`) });
    return until === null ? reason : `${reason} (${t("monitoring:why.until", { time: format.time(until, true) })})`;
  };
  const reasons = bars.map(barWords);
  if (rung.length > 0) reasons.unshift(t("monitoring:why.rung", { agents: format.list(rung.map(agentName)) }));
  if (clock !== null) {
    const time = format.duration(clock.left_seconds * 1000);
    reasons.push(t(clock.running ? "monitoring:why.clock" : "monitoring:why.clock_stands", { time }));
  }
  return reasons;
}

type Obstacle = components["schemas"]["Obstacle"];
const OBSTACLES: Record<Obstacle, true> = {
  "phones-unreachable": true,
  settling: true,
  "place-lent": true,
  "number-refused": true,
  "behind-others": true,
  "nobody-free": true,
};
const isObstacle = (kind: Bar["kind"]): kind is Obstacle => Object.hasOwn(OBSTACLES, kind);

function Ahead({ why: { ahead, ahead_total, at } }: { why: WhyView }) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  if (ahead_total === 0) return <Text c="dimmed">{t("monitoring:why.ahead_none")}</Text>;
  const shown = ahead.slice(0, AHEAD_SHOWN);
  return (
    <>
      <ol className={classes.pairs}>
        {shown.map((item) => (
          <li key={item.id}>
            <span>{customerName(item.customer)}</span>
            <Text span size="sm" c="dimmed" className="figures">
              {[
                t(`monitoring:entries.${item.kind}`),
                format.duration(Date.parse(at) - Date.parse(item.since)),
                item.takes_next ? null : t("monitoring:why.passes"),
              ]
                .filter((each) => each !== null)
                .join(" · ")}
            </Text>
          </li>
        ))}
      </ol>
      {ahead_total > shown.length && <Text c="dimmed">{t("monitoring:more", { n: ahead_total - shown.length })}</Text>}
    </>
  );
}

function Agents({ why: { agents } }: { why: WhyView }) {
  const t = useWords();
  const format = useFormat();
  if (agents.length === 0) return <Text c="dimmed">{t("monitoring:why.agents_none")}</Text>;
  return (
    <ul className={classes.pairs}>
      {agents.map(({ agent_id, name, bar, until }) => (
        <li key={agent_id}>
          <span>{name}</span>
          <StateBadge tone={TONES[bar] ?? "waiting"}>
            {[t(`domain:bar.${bar}`), until === null ? null : t("monitoring:why.until", { time: format.time(until, true) })]
              .filter((each) => each !== null)
              .join(" ")}
          </StateBadge>
        </li>
      ))}
    </ul>
  );
}
