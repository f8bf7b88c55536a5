// The figures of this moment and of today.

import type { ReactNode } from "react";
import { useMay } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useNow } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { Timer } from "@/ui/Timer";
import { Flash } from "./Flash";
import classes from "./Monitoring.module.css";
import { LATE_AFTER_MS } from "./Waited";
import { IN_TIME_SECONDS, useToday } from "./queries";
import { summaryOf, type Summary } from "./summary";

/** A service level below this is told as too low. */
const LEVEL_MIN = 0.8;
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
  const { calls, callbacks, longest } = useLive(summaryOf, isSameSummary);
  const agents = useLive((live) => live.agents);
  const isLate = longest !== undefined && now - Date.parse(longest) > LATE_AFTER_MS;
  const present = [...agents.values()].filter(({ condition }) => !ABSENT.has(condition));
  const available = present.filter(({ condition }) => condition === "available");
  const nobody = available.length === 0 && longest !== undefined;
  return (
    <>
      <Figure name={t("monitoring:figure.calls")}>
        <Flash>{format.number(calls)}</Flash>
      </Figure>
      <Figure name={t("monitoring:figure.callbacks")}>
        <Flash>{format.number(callbacks)}</Flash>
      </Figure>
      <Figure
        name={t("monitoring:figure.longest")}
        tone={isLate ? "late" : undefined}
        hint={isLate ? t("monitoring:figure.late", { time: format.duration(LATE_AFTER_MS) }) : undefined}
      >
        {longest === undefined ? "–" : <Timer since={longest} />}
      </Figure>
      <Figure
        name={t("monitoring:figure.agents")}
        tone={nobody ? "late" : undefined}
        hint={nobody ? t("monitoring:figure.nobody") : t("monitoring:figure.present", { n: present.length })}
      >
        <Flash>{format.number(available.length)}</Flash>
      </Figure>
    </>
  );
}

const isSameSummary = (one: Summary, other: Summary) =>
  one.calls === other.calls && one.callbacks === other.callbacks && one.longest === other.longest;

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
  const level = queued === 0 ? null : sum((row) => row.in_time) / queued;
  const isLow = level !== null && level < LEVEL_MIN;
  const unanswered = sum((row) => row.inbound - row.answered);
  return (
    <>
      <Figure name={t("monitoring:figure.answered")} hint={data && t("monitoring:figure.unanswered", { n: unanswered })}>
        {data === undefined ? "…" : <Flash>{format.number(sum((row) => row.answered))}</Flash>}
      </Figure>
      <Figure
        name={t("monitoring:figure.level")}
        tone={isLow ? "late" : undefined}
        hint={isLow ? t("monitoring:figure.low", { share: format.percent(LEVEL_MIN) }) : t("monitoring:figure.within", { time: format.duration(IN_TIME_SECONDS * 1000) })}
      >
        {level === null ? "–" : <Flash>{format.percent(level)}</Flash>}
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
