// The figures of the whole period, each beside that of the period before.

import { Skeleton } from "@mantine/core";
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useDates } from "@/ui/charts/dates";
import { Problem } from "@/ui/Problem";
import classes from "./Analytics.module.css";
import { changed, type Change, type Good, type Sort } from "./changes";
import type { Given } from "./given";
import { IN_TIME_SECONDS, useFigures, type Figures } from "./queries";
import { READ, nothing, type Read } from "./reading";
import { useWritten } from "./written";

interface Shape {
  name: "inbound" | "answered" | "abandoned" | "requested" | "completed" | "live_wait" | "callback_wait" | "level" | "occupancy" | "kept";
  read: Read;
  sort: Sort;
  good: Good;
  /** A second value, told below. */
  also?: Read;
  alsoSort?: Sort;
}

const SHAPES: readonly Shape[] = [
  { name: "inbound", read: READ.inbound, sort: "count", good: null },
  { name: "answered", read: READ.answered_share, sort: "share", good: "more", also: READ.answered, alsoSort: "count" },
  { name: "abandoned", read: READ.abandoned_share, sort: "share", good: "less", also: READ.abandoned, alsoSort: "count" },
  { name: "live_wait", read: READ.live_median, sort: "seconds", good: "less", also: READ.live_p90, alsoSort: "seconds" },
  { name: "level", read: READ.level, sort: "share", good: "more" },
  { name: "requested", read: READ.requested, sort: "count", good: null },
  { name: "completed", read: READ.completed_share, sort: "share", good: "more", also: READ.completed, alsoSort: "count" },
  { name: "callback_wait", read: READ.callback_median, sort: "seconds", good: "less", also: READ.callback_p90, alsoSort: "seconds" },
  { name: "kept", read: READ.kept_share, sort: "share", good: "more", also: READ.promised, alsoSort: "count" },
  { name: "occupancy", read: READ.occupancy, sort: "share", good: null },
];

interface Props extends Given {
  error: unknown;
  retry: () => void;
  stale: boolean;
}

export function Headline({ search, shown, total, error, retry, stale }: Props) {
  const t = useWords();
  const dates = useDates();
  const past = useFigures(shown.before, "period", search);
  if (error != null && total === null) return <Problem error={error} title={t("problem.load_title")} retry={retry} />;
  const before = past.data === undefined || past.isPlaceholderData ? null : (past.data.rows.at(0) ?? nothing(null));
  return (
    <section aria-label={t("analytics:headline")}>
      <dl className={classes.figures} data-stale={stale}>
        {SHAPES.map((shape) => (
          <Figure key={shape.name} shape={shape} now={total} before={before} within={search.within ?? IN_TIME_SECONDS} />
        ))}
      </dl>
      <p className={classes.compared}>
        {t("analytics:compared_with", { count: shown.before.days, period: dates.span(shown.before.since, shown.before.until - 1) })}
      </p>
    </section>
  );
}

interface FigureProps {
  shape: Shape;
  now: Figures | null;
  before: Figures | null;
  within: number;
}

function Figure({ shape, now, before, within }: FigureProps) {
  const t = useWords();
  const format = useFormat();
  const write = useWritten();
  const { name, read, sort, also } = shape;
  const value = now === null ? null : read(now);
  const was = before === null ? null : read(before);
  const change = changed(value, was, sort, shape.good);
  const second = now === null || also === undefined ? null : also(now);
  return (
    <div className={classes.figure}>
      <dt>{t(`analytics:figure.${name}`)}</dt>
      <dd className="figures">
        <strong>{now === null ? <Skeleton height={26} width="55%" my={4} /> : value === null ? "–" : write[sort](value)}</strong>
        <small>
          {name === "level" && t("analytics:hint.level", { time: format.duration(within * 1000) })}
          {second !== null && shape.alsoSort !== undefined && t(`analytics:hint.${name as "answered"}`, { n: write[shape.alsoSort](second), count: second })}
        </small>
        {change !== null && was !== null && <ChangeWords change={change} sort={sort} was={write[sort](was)} />}
      </dd>
    </div>
  );
}

const ARROWS = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual };

function ChangeWords({ change, sort, was }: { change: Change; sort: Sort; was: string }) {
  const t = useWords();
  const write = useWritten();
  const Arrow = ARROWS[change.direction];
  return (
    <small className={classes.change} data-tone={change.tone}>
      <Arrow size={14} aria-hidden />
      <span>
        {change.direction === "same" ? t("analytics:change.same") : write.change(change.by, sort)}
        {change.tone !== "neutral" && <span className="spoken"> {t(`analytics:change.${change.tone}`)}</span>}
      </span>
      <span className={classes.was}>{t("analytics:change.was", { value: was })}</span>
    </small>
  );
}
