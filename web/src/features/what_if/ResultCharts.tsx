// The result drawn: what became of the callers, and by which hours it differs.

import { useWords } from "@/i18n/words";
import type { Chart } from "@/ui/charts/chart";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import { useDates } from "@/ui/charts/dates";
import type { Meaning } from "@/ui/charts/palette";
import { useColumnNames } from "./Comparison";
import classes from "./WhatIf.module.css";
import { COLUMNS, helped, hoursOf, type Column, type Outcome, type Result } from "./result";
import { useWritten } from "./written";

const PARTS: readonly [string, Meaning, (of: Outcome) => number][] = [
  ["served", "live", ({ served }) => served],
  ["completed", "callback", ({ callbacks }) => callbacks.completed],
  ["other_callbacks", "not_reached", ({ callbacks }) => callbacks.not_reached + callbacks.failed + callbacks.cancelled],
  ["abandoned", "failed", ({ abandoned }) => abandoned],
  ["turned_away", "cancelled", ({ turned_away }) => turned_away],
];
type Hour = ReturnType<typeof hoursOf>[number];
type Name = "abandoned" | "waits";

export function ResultCharts({ result, isList }: { result: Result; isList: boolean }) {
  const t = useWords();
  const write = useWritten();
  const columns = useColumnNames(isList);
  const callers: Chart<Column> = {
    rows: COLUMNS,
    rowName: t("what_if:chart.callers.column"),
    name: (column) => columns[column],
    series: PARTS.map(([key, meaning, read]) => ({
      key,
      name: t(`what_if:chart.callers.${key as "served"}`),
      read: (column) => read(result[column]),
      write: write.count,
      meaning,
    })),
  };
  return (
    <div className={classes.charts}>
      <ChartPanel<Column>
        title={t("what_if:chart.callers.title")}
        chart={callers}
        kind="stacked"
        file="what-if-callers"
        summary={t("what_if:chart.callers.summary", { before: write.count(helped(result.same_settings)), after: write.count(helped(result.other_settings)) })}
      />
      <Hours name="abandoned" result={result} columns={columns} />
      <Hours name="waits" result={result} columns={columns} />
    </div>
  );
}

const READS: Record<Name, (of: Outcome["hours"][number]) => number | null> = {
  abandoned: ({ abandoned }) => abandoned,
  waits: ({ mean_wait_of_served }) => mean_wait_of_served,
};

function Hours({ name, result, columns }: { name: Name; result: Result; columns: Record<Column, string> }) {
  const t = useWords();
  const dates = useDates();
  const write = useWritten();
  const read = READS[name];
  const hours = hoursOf(result);
  const sort = name === "waits" ? "seconds" : "count";
  const worst = hours.reduce<Hour | null>((most, each) => (at(each, "same", read) > (most === null ? 0 : at(most, "same", read)) ? each : most), null);
  return (
    <ChartPanel<Hour>
      title={t(`what_if:chart.${name}.title`)}
      chart={{
        rows: hours,
        rowName: t("what_if:chart.hour"),
        name: ({ hour }) => dates.clock(hour),
        series: (["same", "other"] as const).map((which) => ({
          key: sort === "count" ? which : `${which}_seconds`,
          name: columns[which === "same" ? "same_settings" : "other_settings"],
          read: (hour) => (hour[which] === undefined ? (sort === "count" ? 0 : null) : read(hour[which])),
          write: write[sort],
          meaning: which === "same" ? "before" : "callback",
          dashed: which === "same" && name === "waits",
        })),
      }}
      kind={name === "waits" ? "lines" : "bars"}
      file={`what-if-${name}`}
      nothing={worst === null ? t(`what_if:chart.${name}.nothing`) : undefined}
      summary={
        worst !== null &&
        t(`what_if:chart.${name}.summary`, {
          from: dates.clock(worst.hour),
          to: dates.clock(worst.hour + 1),
          before: write[sort](at(worst, "same", read)),
          after: write[sort](at(worst, "other", read)),
        })
      }
    />
  );
}

const at = (hour: Hour, which: "same" | "other", read: (of: Outcome["hours"][number]) => number | null): number =>
  hour[which] === undefined ? 0 : (read(hour[which]) ?? 0);
