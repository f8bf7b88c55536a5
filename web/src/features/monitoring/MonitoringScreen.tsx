// What goes on at this moment: figures, queues, everybody who waits or talks, and the agents.

import { Button } from "@mantine/core";
import { IconDeviceTv } from "@tabler/icons-react";
import { Link, getRouteApi } from "@tanstack/react-router";
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
import { Spoken } from "./Spoken";
import { readSearch, type BoardSearch } from "./search";

const route = getRouteApi("/monitoring");

export function MonitoringScreen() {
  const t = useWords();
  const loading = useLive((live) => live.sequence < 0);
  const isLive = useLive((live) => live.phase === "live");
  const search = readSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const choose = (wanted: BoardSearch) => void navigate({ search: wanted, replace: true });
  const [asked, ask] = useState<Asked | null>(null);
  return (
    <Screen
      title={t("monitoring:title")}
      beside={
        <Button
          renderRoot={(props: object) => <Link to="/monitoring/wall" search={search} {...props} />}
          variant="default"
          size="xs"
          leftSection={<IconDeviceTv size={16} stroke={1.7} aria-hidden />}
        >
          {t("monitoring:wall.open")}
        </Button>
      }
    >
      {loading ? (
        <LoadingRows rows={8} />
      ) : (
        <div className={classes.frame} data-stale={!isLive || undefined}>
          <Figures />
          <div className={classes.columns}>
            <div className={classes.main}>
              <QueuesPanel />
              <div id="calls-and-callbacks" className={classes.entries}>
                <EntriesPanel search={search} choose={choose} ask={ask} />
              </div>
            </div>
            <AgentsPanel />
          </div>
          <Spoken />
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
