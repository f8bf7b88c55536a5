// The board for a screen on the wall: large, nothing to press, and nothing that tells who a customer is.

import { ActionIcon, Title } from "@mantine/core";
import { useDocumentTitle, useElementSize, useFullscreenDocument } from "@mantine/hooks";
import { IconMaximize, IconX } from "@tabler/icons-react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSession } from "@/api/useSession";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useNow } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LinkState } from "@/ui/LinkState";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { AgentsPanel } from "./AgentsPanel";
import { EntryRow } from "./EntryRow";
import { Figures } from "./Figures";
import classes from "./Monitoring.module.css";
import { QueuesPanel } from "./QueuesPanel";
import { Spoken } from "./Spoken";
import { passes, readSearch, type BoardSearch } from "./search";
import { useEntries } from "./useEntries";

const route = getRouteApi("/monitoring/wall");

export function WallScreen() {
  const t = useWords();
  const loading = useLive((live) => live.sequence < 0);
  const isLive = useLive((live) => live.phase === "live");
  const search = readSearch({ ...route.useSearch() });
  useDocumentTitle(`${t("monitoring:title")} · Ringback`);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.wall = "";
    return () => {
      delete dataset.wall;
    };
  }, []);
  return (
    <main className={classes.wall}>
      <Head search={search} />
      {loading ? (
        <LoadingRows rows={8} />
      ) : (
        <div className={`${classes.frame} ${classes.wallFrame}`} data-stale={!isLive || undefined}>
          <Figures />
          <div className={classes.columns}>
            <WallEntries search={search} />
            <div className={classes.main}>
              <QueuesPanel />
              <AgentsPanel discreet />
            </div>
          </div>
          <Spoken />
        </div>
      )}
    </main>
  );
}

function Head({ search }: { search: BoardSearch }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { session } = useSession();
  const { toggle, fullscreen } = useFullscreenDocument();
  return (
    <header className={classes.wallHead}>
      <Title order={1}>{session.company.name}</Title>
      <LinkState />
      <time className={classes.clock}>{format.time(now)}</time>
      {!fullscreen && (
        <div className={classes.wallControls}>
          <ActionIcon variant="default" size="lg" aria-label={t("monitoring:wall.full")} title={t("monitoring:wall.full")} onClick={() => void toggle()}>
            <IconMaximize size="60%" stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            renderRoot={(props: object) => <Link to="/monitoring" search={search} {...props} />}
            variant="default"
            size="lg"
            aria-label={t("monitoring:wall.leave")}
            title={t("monitoring:wall.leave")}
          >
            <IconX size="60%" stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </header>
  );
}

/** How high a row is, in letters of the page, as the style sheet has it: higher where there is little width. */
const ROW_REM = 4;
const NARROW_ROW_REM = 7;
const NARROW_REM = 34;

function WallEntries({ search }: { search: BoardSearch }) {
  const t = useWords();
  const entries = useEntries().filter(passes(search));
  const { ref, width, height } = useElementSize();
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const row = (width < NARROW_REM * rem ? NARROW_ROW_REM : ROW_REM) * rem;
  const fitting = Math.max(1, Math.floor(height / row));
  const more = entries.length - fitting;
  const shown = entries.slice(0, more > 0 ? fitting : undefined);
  return (
    <Panel title={t("monitoring:entries.title")} beside={more > 0 && <span className="figures">{t("monitoring:more", { n: more })}</span>}>
      <div ref={ref} className={classes.fitting}>
        {entries.length === 0 ? (
          <Empty title={t("monitoring:entries.none_title")} words={t("monitoring:wall.none_words")} />
        ) : (
          <div role="grid" aria-label={t("monitoring:entries.title")} aria-rowcount={entries.length}>
            {shown.map((entry, place) => (
              <div key={entry.id} role="row" aria-rowindex={place + 1} className={classes.row}>
                <EntryRow entry={entry} discreet />
              </div>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
