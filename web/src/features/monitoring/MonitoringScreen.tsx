// What goes on at this moment: figures, queues, everybody who waits or talks, and the agents.

import { useState } from "react";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Screen } from "@/ui/Screen";
import { AgentsPanel } from "./AgentsPanel";
import { EntriesPanel } from "./EntriesPanel";
import { Figures } from "./Figures";
import classes from "./Monitoring.module.css";
import { QueuesPanel } from "./QueuesPanel";
import { RowDialog, type Asked } from "./RowDialog";

export function MonitoringScreen() {
  const t = useWords();
  const loading = useLive((live) => live.sequence < 0);
  const [asked, ask] = useState<Asked | null>(null);
  return (
    <Screen title={t("monitoring:title")}>
      {loading ? (
        <LoadingRows rows={8} />
      ) : (
        <div className={classes.frame}>
          <Figures />
          <div className={classes.columns}>
            <div className={classes.main}>
              <QueuesPanel />
              <EntriesPanel ask={ask} />
            </div>
            <AgentsPanel />
          </div>
        </div>
      )}
      <RowDialog
        asked={asked}
        close={() => {
          ask(null);
        }}
      />
    </Screen>
  );
}
