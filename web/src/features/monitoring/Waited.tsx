// How long somebody has been there, and in a word when that is too long.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { Timer } from "@/ui/Timer";
import classes from "./Monitoring.module.css";

export const LATE_AFTER_MS = 300_000;

interface Props {
  since: string;
  /** Whether it is a wait, which can be too long; a conversation cannot. */
  waits: boolean;
}

export function Waited({ since, waits }: Props) {
  const t = useWords();
  const format = useFormat();
  const isLate = useNow() - Date.parse(since) > LATE_AFTER_MS && waits;
  return (
    <div className={classes.timer} data-tone={isLate ? "late" : undefined}>
      <span className="spoken">{t("monitoring:since", { time: format.time(since) })}</span>
      <Timer since={since} />
      {isLate && <small>{t("monitoring:figure.late", { time: format.duration(LATE_AFTER_MS) })}</small>}
    </div>
  );
}
