// When in the week it is busy: every hour of every weekday.

import { Select } from "@mantine/core";
import { Fragment, type CSSProperties } from "react";
import { useWords } from "@/i18n/words";
import type { Chart } from "@/ui/charts/chart";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import { useDates } from "@/ui/charts/dates";
import type { Sort } from "./changes";
import type { Choose, Given } from "./given";
import classes from "./HeatMap.module.css";
import { STEPS, stepOf, weekOf, type Week } from "./heat";
import { useFigures } from "./queries";
import { READ, type Read } from "./reading";
import { MEASURES, type Measure } from "./search";
import { fileName } from "./TimeCharts";
import { useWritten } from "./written";

const READS: Record<Measure, [Read, Sort]> = {
  inbound: [READ.inbound, "count"],
  requested: [READ.requested, "count"],
  abandoned_share: [READ.abandoned_share, "share"],
  wait_seconds: [READ.live_p90, "seconds"],
};
type Day = Week["days"][number];

export function HeatMap({ search, shown, choose }: Given & { choose: Choose }) {
  const t = useWords();
  const dates = useDates();
  const write = useWritten();
  const measure = search.heat ?? "inbound";
  const [read, sort] = READS[measure];
  const { data, error, refetch, isPlaceholderData } = useFigures(shown.period, "week-hour", search);
  const week = data === undefined ? null : weekOf(data.rows, read);
  const chart: Chart<Day> | null = week && {
    rows: week.days,
    rowName: t("analytics:chart.heat.weekday"),
    name: ({ weekday }) => dates.weekday(weekday),
    series: week.hours.map((hour, at) => ({
      key: String(hour),
      name: dates.clock(hour),
      read: ({ values }) => values[at] ?? null,
      write: write[sort],
    })),
  };
  const most = week?.most;
  return (
    <ChartPanel
      room="two"
      title={t("analytics:chart.heat.title")}
      chart={chart}
      kind="ranked"
      file={fileName("week", { shown })}
      error={error}
      retry={() => void refetch()}
      stale={isPlaceholderData}
      nothing={week !== null && most === null ? t("analytics:chart.heat.nothing") : undefined}
      summary={
        most != null &&
        t(`analytics:chart.heat.summary_${measure}`, {
          day: dates.weekday(most.weekday),
          from: dates.clock(most.hour),
          to: dates.clock(most.hour + 1),
          value: write[sort](most.value),
        })
      }
      beside={
        <Select
          size="xs"
          w={190}
          aria-label={t("analytics:chart.heat.measure")}
          value={measure}
          data={MEASURES.map((value) => ({ value, label: t(`analytics:chart.heat.of_${value}`) }))}
          onChange={(value) => {
            choose({ ...search, heat: value as Measure });
          }}
        />
      }
    >
      {week !== null && most != null && <Map week={week} most={most.value} write={write[sort]} name={t("charts:chart_of", { title: t("analytics:chart.heat.title") })} />}
    </ChartPanel>
  );
}

interface MapProps {
  week: Week;
  most: number;
  write: (value: number) => string;
  name: string;
}

function Map({ week, most, write, name }: MapProps) {
  const t = useWords();
  const dates = useDates();
  const at = (day: number, hour: number) => ({ "--day": day + 2, "--hour": hour + 2 }) as CSSProperties;
  return (
    <>
      <div className={classes.map} role="img" aria-label={name}>
        {week.hours.map((hour, column) => (
          <span key={hour} className={classes.hour} style={at(-1, column)}>
            {String(hour).padStart(2, "0")}
          </span>
        ))}
        {week.days.map(({ weekday, values }, row) => (
          <Fragment key={weekday}>
            <span className={classes.weekday} style={at(row, -1)}>
              {dates.shortWeekday(weekday)}
            </span>
            {values.map((value, column) => (
              <span
                key={week.hours[column]}
                className={classes.cell}
                style={at(row, column)}
                data-step={stepOf(value, most)}
                title={`${dates.weekday(weekday)} ${dates.clock(week.hours[column] ?? 0)}: ${value === null ? "–" : write(value)}`}
              />
            ))}
          </Fragment>
        ))}
      </div>
      <div className={classes.legend} aria-hidden>
        <span>{t("analytics:chart.heat.least", { value: write(0) })}</span>
        {Array.from({ length: STEPS + 1 }, (_, step) => (
          <i key={step} className={classes.cell} data-step={step} />
        ))}
        <span>{write(most)}</span>
      </div>
    </>
  );
}
