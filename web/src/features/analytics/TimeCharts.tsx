// What changed from hour to hour or day to day.

import { Select } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import type { Chart, Series } from "@/ui/charts/chart";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import { useDates } from "@/ui/charts/dates";
import type { Meaning } from "@/ui/charts/palette";
import type { Kind } from "@/ui/charts/Drawn";
import type { Sort } from "./changes";
import type { Choose, Given } from "./given";
import { beginnings } from "./period";
import { IN_TIME_SECONDS, useFigures, type Figures } from "./queries";
import { READ, filled, type Dated } from "./reading";
import { Reasons } from "./Reasons";
import { WITHIN } from "./search";
import { useSentences } from "./sentences";
import { useWritten } from "./written";

type Name = keyof typeof READ;
type ChartName = "outcomes" | "waits" | "abandoned" | "level" | "promises";

interface Shape {
  kind: Kind;
  sort: Sort;
  whole?: boolean;
  series: readonly { read: Name; meaning: Meaning; dashed?: boolean }[];
}

const SHAPES: Record<ChartName, Shape> = {
  outcomes: {
    kind: "stacked",
    sort: "count",
    series: [
      { read: "completed", meaning: "completed" },
      { read: "not_reached", meaning: "not_reached" },
      { read: "failed", meaning: "failed" },
      { read: "cancelled", meaning: "cancelled" },
      { read: "open", meaning: "open" },
    ],
  },
  waits: {
    kind: "lines",
    sort: "seconds",
    series: [
      { read: "callback_median", meaning: "callback" },
      { read: "callback_p90", meaning: "callback", dashed: true },
      { read: "live_median", meaning: "live" },
      { read: "live_p90", meaning: "live", dashed: true },
    ],
  },
  abandoned: {
    kind: "stacked",
    sort: "count",
    series: [
      { read: "abandoned", meaning: "failed" },
      { read: "instead", meaning: "callback" },
    ],
  },
  level: { kind: "lines", sort: "share", whole: true, series: [{ read: "level", meaning: "live" }] },
  promises: {
    kind: "stacked",
    sort: "count",
    series: [
      { read: "kept", meaning: "completed" },
      { read: "broken", meaning: "failed" },
    ],
  },
};

/** More days than this are called by their dates. */
const DAYS_BY_NAME_MAX = 10;

interface Props extends Given {
  stale: boolean;
  choose: Choose;
}

export function TimeCharts(props: Props) {
  const { search, shown, now, total, choose } = props;
  const t = useWords();
  const format = useFormat();
  const series = useFigures(shown.period, shown.unit, search);
  const rows = series.data === undefined ? null : filled(series.data.rows, beginnings(shown.period, shown.unit, now), shown.unit === "hour");
  const asked = { rows, total, error: series.error, retry: () => void series.refetch(), stale: series.isPlaceholderData, given: props };
  return (
    <>
      <TimeChart name="outcomes" {...asked} isEmpty={(row) => row.callbacks.requested === 0} />
      <Reasons total={total} stale={props.stale} file={fileName("reasons", props)} />
      <TimeChart name="waits" {...asked} isEmpty={(row) => READ.live_median(row) === null && READ.callback_median(row) === null} />
      <TimeChart name="abandoned" {...asked} isEmpty={(row) => row.calls.queued === 0} />
      <TimeChart
        name="level"
        {...asked}
        isEmpty={(row) => row.calls.queued === 0}
        beside={
          <Select
            size="xs"
            w={130}
            aria-label={t("analytics:chart.level.within")}
            value={String(search.within ?? IN_TIME_SECONDS)}
            data={WITHIN.map((seconds) => ({ value: String(seconds), label: t("analytics:chart.level.option", { time: format.duration(seconds * 1000) }) }))}
            onChange={(value) => {
              choose({ ...search, within: Number(value) });
            }}
          />
        }
      />
      <TimeChart name="promises" {...asked} isEmpty={(row) => READ.promised(row) === 0} />
    </>
  );
}

interface ChartProps {
  name: ChartName;
  rows: readonly Dated[] | null;
  total: Figures | null;
  error: unknown;
  retry: () => void;
  stale: boolean;
  given: Props;
  isEmpty: (total: Figures) => boolean;
  beside?: React.ReactNode;
}

function TimeChart({ name, rows, total, given, isEmpty, ...rest }: ChartProps) {
  const t = useWords();
  const write = useWritten();
  const dates = useDates();
  const sentences = useSentences(given.search);
  const { kind, sort, whole, series } = SHAPES[name];
  const { unit, period } = given.shown;
  const day = period.days > DAYS_BY_NAME_MAX ? dates.date : dates.shortDay;
  const hour = (at: number) => dates.clock(new Date(at).getHours());
  const chart: Chart<Dated> | null = rows && {
    rows,
    rowName: t(`analytics:unit.${unit}`),
    name: ({ at }) => (unit === "hour" ? dates.hour(at) : dates.day(at)),
    short: ({ at }) => (unit === "day" ? day(at) : period.days === 1 ? hour(at) : `${dates.shortDay(at)} ${hour(at)}`),
    series: series.map(
      ({ read, meaning, dashed }): Series<Dated> => ({
        key: sort === "count" ? read : `${read}_${sort}`,
        name: t(`analytics:chart.${name}.${read as "kept"}` as "analytics:chart.promises.kept"),
        read: ({ figures }) => READ[read](figures),
        write: write[sort],
        meaning,
        dashed,
      }),
    ),
  };
  return (
    <ChartPanel
      {...rest}
      title={t(`analytics:chart.${name}.title`)}
      chart={chart}
      kind={kind}
      whole={whole}
      file={fileName(name, given)}
      nothing={total !== null && isEmpty(total) ? t(`analytics:chart.${name}.nothing`) : undefined}
      summary={total === null ? "" : sentences[name](total)}
    />
  );
}

export const fileName = (name: string, { shown }: Pick<Given, "shown">): string =>
  `${name}-${new Date(shown.period.since).toISOString().slice(0, 10)}`;
