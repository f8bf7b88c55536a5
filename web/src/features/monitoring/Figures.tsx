// The figures of this moment and of today.

import type { ReactNode } from "react";
import { useMay } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useNow } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { Timer } from "@/ui/Timer";
import classes from "./Monitoring.module.css";
import { IN_TIME_SECONDS, useToday } from "./queries";

const LATE_AFTER_MS = 300_000;
const ABSENT: ReadonlySet<AgentView["condition"]> = new Set(["offline", "off-duty", "connection-lost"]);

export function Figures() {
  const mayCount = useMay("analytics.see");
  return (
    <dl className={mayCount ? classes.figures : `${classes.figures} ${classes.few}`}>
      <Now />
      {mayCount && <Today />}
    </dl>
  );
}

function Now() {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const queues = useLive((live) => live.queues);
  const callbacks = useLive((live) => live.callbacks);
  const calls = useLive((live) => live.calls);
  const agents = useLive((live) => live.agents);
  const waiting = [...calls.values()].filter(({ stage }) => stage === "waiting");
  const sinces = [...queues.values()].flatMap(({ items }) => items.map(({ since }) => since)).sort();
  const longest = sinces.at(0);
  const isLate = longest !== undefined && now - Date.parse(longest) > LATE_AFTER_MS;
  const present = [...agents.values()].filter(({ condition }) => !ABSENT.has(condition));
  const available = present.filter(({ condition }) => condition === "available");
  return (
    <>
      <Figure name={t("monitoring:figure.calls")}>{format.number(waiting.length)}</Figure>
      <Figure name={t("monitoring:figure.callbacks")}>{format.number(callbacks.size)}</Figure>
      <Figure
        name={t("monitoring:figure.longest")}
        tone={isLate ? "late" : undefined}
        hint={isLate ? t("monitoring:figure.late", { time: format.duration(LATE_AFTER_MS) }) : undefined}
      >
        {longest === undefined ? "–" : <Timer since={longest} />}
      </Figure>
      <Figure name={t("monitoring:figure.agents")} hint={t("monitoring:figure.present", { n: present.length })}>
        {format.number(available.length)}
      </Figure>
    </>
  );
}

function Today() {
  const t = useWords();
  const format = useFormat();
  const since = new Date(useNow()).setHours(0, 0, 0, 0);
  const { data, error, refetch } = useToday(new Date(since).toISOString(), true);
  if (error !== null) {
    return (
      <div className={classes.figureProblem}>
        <dt className="spoken">{t("monitoring:figure.level")}</dt>
        <dd>
          <Problem error={error} retry={() => void refetch()} />
        </dd>
      </div>
    );
  }
  const sum = (read: (of: NonNullable<typeof data>[number]) => number) => (data ?? []).reduce((n, row) => n + read(row), 0);
  const queued = sum((row) => row.queued);
  const unanswered = sum((row) => row.inbound - row.answered);
  return (
    <>
      <Figure name={t("monitoring:figure.answered")} hint={data && t("monitoring:figure.unanswered", { n: unanswered })}>
        {data === undefined ? "…" : format.number(sum((row) => row.answered))}
      </Figure>
      <Figure name={t("monitoring:figure.level")} hint={t("monitoring:figure.within", { time: format.duration(IN_TIME_SECONDS * 1000) })}>
        {queued === 0 ? "–" : format.percent(sum((row) => row.in_time) / queued)}
      </Figure>
    </>
  );
}

interface FigureProps {
  name: string;
  hint?: string;
  tone?: "late";
  children: ReactNode;
}

function Figure({ name, hint, tone, children }: FigureProps) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{name}</dt>
      <dd className="figures">
        <strong>{children}</strong>
        <small>{hint}</small>
      </dd>
    </div>
  );
}
