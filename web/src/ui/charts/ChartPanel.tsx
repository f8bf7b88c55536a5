// A chart with what it says in one sentence, the same as a table, and as a file.

import { ActionIcon, Skeleton, Tooltip } from "@mantine/core";
import { IconChartBar, IconDownload, IconTable } from "@tabler/icons-react";
import { Suspense, lazy, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import type { Chart } from "./chart";
import { ChartTable } from "./ChartTable";
import classes from "./Charts.module.css";
import { asCsv, hand } from "./csv";
import { Legend } from "./Legend";
import type drawnOf from "./Drawn";
import type { Kind } from "./Drawn";

const bringDrawn = () => import("./Drawn");
const Drawn = lazy(bringDrawn) as unknown as typeof drawnOf;

/** Begin to load what draws, beside the figures it will draw. */
export const prepareCharts = (): void => void bringDrawn();

interface Props<Row> {
  title: string;
  /** What the chart says, in one sentence. */
  summary: ReactNode;
  /** Null while it is loading. */
  chart: Chart<Row> | null;
  /** `table` is drawn in no other way. */
  kind: Kind | "table";
  whole?: boolean;
  /** The name of its file, without its ending. */
  file: string;
  /** Why there is nothing to be seen, when there is not. */
  nothing?: string;
  stale?: boolean;
  error?: unknown;
  retry?: () => void;
  beside?: ReactNode;
  /** How much room it takes beside others; two where there are three beside one another. */
  room?: "one" | "two" | "wide";
  /** Drawn in another way than by bars and lines. */
  children?: ReactNode;
}

export function ChartPanel<Row>(props: Props<Row>) {
  const { title, chart, kind, nothing, error, file } = props;
  const t = useWords();
  const [asTable, showTable] = useState(false);
  const isReady = chart !== null && nothing === undefined;
  return (
    <div className={classes[props.room ?? "one"]}>
    <Panel
      title={title}
      beside={
        <div className={classes.tools}>
          {props.beside}
          {isReady && (
            <>
              {kind !== "table" && <Tool name={t(asTable ? "charts:as_chart" : "charts:as_table", { title })} press={() => { showTable(!asTable); }}>
                {asTable ? <IconChartBar size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
              </Tool>}
              <Tool name={t("charts:export", { title })} press={() => { hand(asCsv(chart), `${file}.csv`); }}>
                <IconDownload size={17} aria-hidden />
              </Tool>
            </>
          )}
        </div>
      }
    >
      <div className={classes.body} data-stale={props.stale === true}>
        {error != null && <Problem error={error} title={t("problem.load_title")} retry={props.retry} />}
        {chart === null && error == null && <Waiting />}
        {nothing !== undefined && <Empty title={nothing} />}
        {isReady && <p className={classes.summary}>{props.summary}</p>}
        {isReady && (asTable || kind === "table" ? <ChartTable title={title} chart={chart} /> : <Picture {...props} chart={chart} kind={kind} />)}
      </div>
    </Panel>
    </div>
  );
}

function Picture<Row>({ title, chart, kind, whole, children }: Props<Row> & { chart: Chart<Row>; kind: Kind }) {
  const t = useWords();
  if (children !== undefined) return children;
  return (
    <>
      <div role="img" aria-label={t("charts:chart_of", { title })}>
        <Suspense fallback={<Skeleton height={250} radius="md" />}>
          <Drawn chart={chart} kind={kind} whole={whole} />
        </Suspense>
      </div>
      <Legend series={chart.series} />
    </>
  );
}

function Waiting() {
  const t = useWords();
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton height={14} width="60%" radius="sm" mb="md" />
      <Skeleton height={236} radius="md" />
    </div>
  );
}

function Tool({ name, press, children }: { name: string; press: () => void; children: ReactNode }) {
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={name} onClick={press}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
