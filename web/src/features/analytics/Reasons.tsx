// Why callbacks failed, the most frequent reason first.

import { useWords } from "@/i18n/words";
import { ChartPanel } from "@/ui/charts/ChartPanel";
import type { Figures } from "./queries";
import { share } from "./reading";
import { useWritten } from "./written";

type Reason = "no_available_agent";

export function Reasons({ total, stale, file }: { total: Figures | null; stale: boolean; file: string }) {
  const t = useWords();
  const write = useWritten();
  const counted = Object.entries(total?.callbacks.failed_by_reason ?? {}).sort(([one, n], [other, m]) => m - n || one.localeCompare(other));
  const reason = (code: string) => t(`domain:reason.${code as Reason}`);
  const [most] = counted;
  const failed = total?.callbacks.failed ?? 0;
  return (
    <ChartPanel<[string, number]>
      title={t("analytics:chart.reasons.title")}
      chart={
        total && {
          rows: counted,
          rowName: t("analytics:chart.reasons.reason"),
          name: ([code]) => reason(code),
          series: [
            { key: "failed", name: t("analytics:chart.reasons.failed"), read: ([, n]) => n, write: write.count, meaning: "failed" },
          ],
        }
      }
      kind="ranked"
      file={file}
      stale={stale}
      nothing={total !== null && failed === 0 ? t("analytics:chart.reasons.nothing") : undefined}
      summary={
        most !== undefined &&
        t("analytics:chart.reasons.summary", {
          reason: reason(most[0]),
          n: write.count(most[1]),
          failed: write.count(failed),
          share: write.share(share(most[1], failed) ?? 0),
        })
      }
    />
  );
}
