// Charts as they are drawn; this brings the packages that draw, so it is loaded when it is wanted.

import "@mantine/charts/styles.layer.css";
import { BarChart, LineChart } from "@mantine/charts";
import type { Chart, Series } from "./chart";
import classes from "./Charts.module.css";
import { usePalette } from "./palette";

export type Kind = "stacked" | "bars" | "lines" | "ranked";

const HEIGHT = 250;
const BAR_HEIGHT = 34;
const STILL = { isAnimationActive: false } as const;
const QUIET = { accessibilityLayer: false } as const;

interface Props<Row> {
  chart: Chart<Row>;
  kind: Kind;
  /** Shares go up to the whole. */
  whole?: boolean;
}

export default function Drawn<Row>({ chart, kind, whole = false }: Props<Row>) {
  const palette = usePalette();
  const { rows, series } = chart;
  const [first] = series;
  const isWaits = series.some(({ key }) => key.includes("seconds"));
  const data = rows.map((row) => ({
    at: (chart.short ?? chart.name)(row),
    ...Object.fromEntries(series.map(({ key, read }) => [key, read(row)])),
  }));
  const given = {
    data,
    dataKey: "at",
    valueFormatter: (value: number) => first?.write(value) ?? String(value),
    gridAxis: kind === "ranked" ? "none" : "x",
    tickLine: "none",
    textColor: "var(--quiet)",
    gridColor: "var(--line)",
    strokeDasharray: "0",
    className: classes.drawn,
  } as const;
  const drawn = series.map(({ key, name, meaning }) => ({ name: key, label: name, color: palette[meaning ?? "callback"] }));
  const upTo: [number, number | "auto"] = [0, whole ? 1 : "auto"];
  if (kind === "lines") {
    return (
      <LineChart
        {...given}
        h={HEIGHT}
        series={drawn.map((each, at) => ({ ...each, strokeDasharray: series[at]?.dashed === true ? "6 4" : undefined }))}
        curveType="linear"
        strokeWidth={2.5}
        dotProps={{ r: rows.length > 40 ? 0 : 3 }}
        lineProps={STILL}
        lineChartProps={QUIET}
        connectNulls={false}
        yAxisProps={isWaits ? { ...axis(series, upTo), ...WAITS, ticks: waitTicks(rows, series) } : axis(series, upTo)}
        xAxisProps={{ minTickGap: 18 }}
      />
    );
  }
  if (kind === "ranked") {
    return (
      <BarChart
        {...given}
        h={rows.length * BAR_HEIGHT * (series.length > 1 ? 1.5 : 1) + 12}
        orientation="vertical"
        series={drawn}
        barProps={{ ...STILL, radius: 3 }}
        barChartProps={QUIET}
        maxBarWidth={18}
        withXAxis={false}
        withBarValueLabel
        valueLabelProps={{ position: "right", fill: "var(--quiet)", fontSize: 12 }}
        yAxisProps={{ width: 150, interval: 0 }}
        xAxisProps={{ domain: [0, whole ? 1.12 : (most: number) => most * 1.18] }}
      />
    );
  }
  return (
    <BarChart
      {...given}
      h={HEIGHT}
      type={kind === "stacked" ? "stacked" : "default"}
      series={drawn}
      barProps={STILL}
      barChartProps={QUIET}
      maxBarWidth={42}
      yAxisProps={axis(series, upTo)}
      xAxisProps={{ minTickGap: 18 }}
    />
  );
}

/** Seconds of some and hours of others are seen on one scale, whose steps grow. */
const WAITS = { scale: "symlog", domain: [0, (most: number) => most * 1.4] as [number, (most: number) => number] } as const;
const WAIT_TICKS = [0, 5, 15, 60, 300, 1_200, 3_600, 14_400, 86_400, 345_600];

function waitTicks<Row>(rows: readonly Row[], series: readonly Series<Row>[]): number[] {
  const most = Math.max(0, ...rows.flatMap((row) => series.map(({ read }) => read(row) ?? 0)));
  return WAIT_TICKS.filter((tick) => tick <= most * 1.4);
}

const axis = <Row,>(series: readonly Series<Row>[], domain: [number, number | "auto"]) => ({
  width: 66,
  domain,
  tickFormatter: (value: number) => series[0]?.write(value) ?? String(value),
  allowDecimals: series.some(({ key }) => key.includes("share") || key.includes("seconds")),
});
