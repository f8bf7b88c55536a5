// For how long agents did not want to be disturbed, and why.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAwayReasons } from "@/ui/away";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import type { Given } from "./given";
import { useFigures, type Figures } from "./queries";
import { awaySeconds, reasonsOf } from "./reading";
import { fileName } from "./TimeCharts";

const AGENTS_MAX = 25;
const WITHOUT = "";

export function Undisturbed({ search, shown, total, everyLine }: Given & { everyLine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { shown: reasonShown } = useAwayReasons();
  const { data, error, refetch, isPlaceholderData } = useFigures(shown.period, "agent", search);
  const rows = (data?.rows ?? [])
    .filter((row) => awaySeconds(row) > 0)
    .sort((one, other) => awaySeconds(other) - awaySeconds(one))
    .slice(0, AGENTS_MAX);
  const write = (seconds: number) => format.duration(seconds * 1000);
  const reason = (code: string) => (code === WITHOUT ? t("analytics:chart.away.without") : reasonShown(code));
  const reasons = reasonsOf(rows);
  const [most] = reasons;
  const nothing = everyLine ? (rows.length === 0 ? t("analytics:chart.away.nothing") : undefined) : t("analytics:chart.occupancy.hidden");
  return (
    <ChartPanel<Figures>
      title={t("analytics:chart.away.title")}
      chart={
        data === undefined
          ? null
          : {
              rows,
              rowName: t("analytics:filters.agent"),
              name: (row) => row.name ?? row.key ?? "",
              series: [{ key: "away_seconds", name: t("analytics:chart.away.whole"), read: awaySeconds, write, meaning: "not_reached" }],
              details: reasons.map(([code], at) => ({
                key: `reason_${at}`,
                name: reason(code),
                read: (row) => row.agents.away_seconds[code] ?? 0,
                write,
              })),
            }
      }
      kind="ranked"
      file={fileName("do-not-disturb", { shown })}
      error={error}
      retry={() => void refetch()}
      stale={isPlaceholderData}
      nothing={data === undefined ? undefined : nothing}
      summary={
        most !== undefined &&
        total !== null &&
        t("analytics:chart.away.summary", { whole: write(awaySeconds(total)), reason: reason(most[0]), most: write(most[1]) })
      }
    />
  );
}
