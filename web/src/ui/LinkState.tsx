// How fresh what is shown is: live, coming back, or offline; a loss is also spoken, once.

import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useLive } from "@/live/hooks";
import classes from "./LinkState.module.css";

export function LinkState() {
  const { t } = useTranslation();
  const format = useFormat();
  const phase = useLive((live) => live.phase);
  const dataAt = useLive((live) => (live.phase === "live" ? null : live.dataAt));
  const time = dataAt === null ? "" : format.time(dataAt, true);
  const lost = phase === "reconnecting" || phase === "offline";
  const words = phase === "offline" && dataAt === null ? t("link.offline_never") : t(`link.${phase}`, { time });
  return (
    <>
      <span className={classes.state} data-phase={phase} title={words}>
        <span className={classes.dot} aria-hidden />
        <span className={classes.words}>{words}</span>
      </span>
      <span className="spoken" role="alert">
        {lost ? t("link.lost_spoken", { time }) : ""}
      </span>
    </>
  );
}
