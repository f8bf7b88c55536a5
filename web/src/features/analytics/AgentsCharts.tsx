// How much of their time agents were at work for somebody.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import type { Given } from "./given";
import { useFigures, type Figures } from "./queries";
import { READ } from "./reading";
import { fileName } from "./TimeCharts";
import { useWritten } from "./written";

const AGENTS_MAX = 25;

export function AgentsCharts({ search, shown, total, everyLine }: Given & { everyLine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const write = useWritten();
  const { data, error, refetch, isPlaceholderData } = useFigures(shown.period, "agent", search);
  const rows = (data?.rows ?? [])
    .filter((row) => row.agents.occupancy !== null)
    .sort((one, other) => (other.agents.occupancy ?? 0) - (one.agents.occupancy ?? 0))
    .slice(0, AGENTS_MAX);
  const name = (row: Figures) => row.name ?? row.key ?? "";
  const hours = (read: (row: Figures) => number) => ({
    read,
    write: (seconds: number) => format.duration(seconds * 1000),
  });
  const nothing = everyLine ? (rows.length === 0 ? t("analytics:chart.occupancy.nothing") : undefined) : t("analytics:chart.occupancy.hidden");
  const [most] = rows;
  return (
    <ChartPanel
      title={t("analytics:chart.occupancy.title")}
      chart={
        data === undefined
          ? null
          : {
              rows,
              rowName: t("analytics:filters.agent"),
              name,
              series: [
                { key: "occupancy_share", name: t("analytics:chart.occupancy.share"), read: READ.occupancy, write: write.share, meaning: "live" },
              ],
              details: [
                { key: "talking", name: t("analytics:chart.occupancy.talking"), ...hours((row) => row.agents.talking_seconds) },
                { key: "ringing", name: t("analytics:chart.occupancy.ringing"), ...hours((row) => row.agents.ringing_seconds) },
                { key: "wrap_up", name: t("analytics:chart.occupancy.wrap_up"), ...hours((row) => row.agents.wrap_up_seconds) },
                { key: "free", name: t("analytics:chart.occupancy.free"), ...hours((row) => row.agents.free_seconds) },
              ],
            }
      }
      kind="ranked"
      whole
      file={fileName("occupancy", { shown })}
      error={error}
      retry={() => void refetch()}
      stale={isPlaceholderData}
      nothing={data === undefined ? undefined : nothing}
      summary={
        most !== undefined &&
        t(search.line === undefined ? "analytics:chart.occupancy.summary" : "analytics:chart.occupancy.summary_line", {
          share: total?.agents.occupancy == null ? "–" : write.share(total.agents.occupancy),
          agent: name(most),
          most: write.share(most.agents.occupancy ?? 0),
        })
      }
    />
  );
}
