// Lines, teams or agents beside one another.

import { SegmentedControl } from "@mantine/core";
import { useWords } from "@/i18n/words";
import type { Series } from "@/ui/charts/chart";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import type { Sort } from "./changes";
import type { Choose, Given } from "./given";
import { useFigures, type Figures } from "./queries";
import { READ, isQuiet } from "./reading";
import { GROUPS, type Group } from "./search";
import { fileName } from "./TimeCharts";
import { useWritten } from "./written";

type Name = keyof typeof READ;
const COLUMNS: readonly [Name, Sort][] = [
  ["inbound", "count"],
  ["answered_share", "share"],
  ["abandoned_share", "share"],
  ["live_median", "seconds"],
  ["live_p90", "seconds"],
  ["level", "share"],
  ["requested", "count"],
  ["completed_share", "share"],
  ["not_reached", "count"],
  ["failed", "count"],
  ["callback_median", "seconds"],
  ["callback_p90", "seconds"],
];
/** Calls of an agent are those that were answered: nobody gave up on them. */
const OF_AGENTS: readonly [Name, Sort][] = [
  ["answered", "count"],
  ["live_median", "seconds"],
  ["live_p90", "seconds"],
  ["completed", "count"],
  ["not_reached", "count"],
  ["callback_median", "seconds"],
  ["occupancy", "share"],
];

export function Comparison({ search, shown, choose }: Given & { choose: Choose }) {
  const t = useWords();
  const write = useWritten();
  const group = search.group ?? "line";
  const { data, error, refetch, isPlaceholderData } = useFigures(shown.period, group, search);
  const rows = data?.by === group ? data.rows.filter((row) => !isQuiet(row) || row.agents.occupancy !== null) : null;
  const columns = group === "agent" ? OF_AGENTS : COLUMNS;
  return (
    <ChartPanel<Figures>
      room="wide"
      title={t("analytics:compare.title")}
      chart={
        rows && {
          rows,
          rowName: t(`analytics:filters.${group}`),
          name: (row) => row.name ?? row.key ?? t(`analytics:compare.none_${group}`),
          series: columns.map(([read, sort]): Series<Figures> => ({ key: read, name: t(`analytics:column.${read as "inbound"}`), read: READ[read], write: write[sort] })),
        }
      }
      kind="table"
      file={fileName(`by-${group}`, { shown })}
      error={error}
      retry={() => void refetch()}
      stale={isPlaceholderData}
      summary={t(`analytics:compare.summary_${group}`)}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t("analytics:compare.group")}
          value={group}
          data={GROUPS.map((value) => ({ value, label: t(`analytics:compare.by_${value}`) }))}
          onChange={(value) => {
            choose({ ...search, group: value as Group });
          }}
        />
      }
    />
  );
}
