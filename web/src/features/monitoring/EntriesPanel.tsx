// Calls and callbacks in one list, in their true order.

import { Button, Group, Text } from "@mantine/core";
import { IconArrowsSort } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { EntryGrid } from "./EntryGrid";
import { Filters } from "./Filters";
import type { Asked } from "./RowDialog";
import type { Entry } from "./entries";
import { useHeldRows, type HeldRows } from "./held";
import { isFiltered, passes, type BoardSearch } from "./search";
import { useEntries } from "./useEntries";

interface Props {
  search: BoardSearch;
  choose: (search: BoardSearch) => void;
  ask: (asked: Asked) => void;
}

export function EntriesPanel({ search, choose, ask }: Props) {
  const all = useEntries();
  const chosen = isFiltered(search);
  const entries = chosen ? all.filter(passes(search)) : all;
  return <Entries key={JSON.stringify(search)} all={all} entries={entries} search={search} choose={choose} ask={ask} />;
}

function Entries({ all, entries, search, choose, ask }: Props & { all: readonly Entry[]; entries: readonly Entry[] }) {
  const t = useWords();
  const held = useHeldRows(entries);
  const isNew = useNewcomers(all);
  const filtered = isFiltered(search);
  return (
    <Panel title={t("monitoring:entries.title")} beside={<Beside held={held} shown={entries.length} total={all.length} />}>
      {(all.length > 0 || filtered) && <Filters search={search} choose={choose} />}
      {held.rows.length > 0 ? (
        <EntryGrid held={held} isNew={isNew} ask={ask} />
      ) : filtered ? (
        <Empty title={t("monitoring:filter.nothing_title")} words={t("monitoring:filter.nothing_words", { n: all.length })}>
          <Button mt="xs" variant="default" size="xs" onClick={() => { choose({}); }}>
            {t("monitoring:filter.clear")}
          </Button>
        </Empty>
      ) : (
        <Empty title={t("monitoring:entries.none_title")} words={t("monitoring:entries.none_words")} />
      )}
    </Panel>
  );
}

function Beside({ held, shown, total }: { held: HeldRows; shown: number; total: number }) {
  const t = useWords();
  return (
    <Group gap="xs">
      {held.changes > 0 && (
        <Button variant="light" size="compact-sm" leftSection={<IconArrowsSort size={15} aria-hidden />} onClick={held.apply}>
          {t("monitoring:entries.changes", { count: held.changes, n: held.changes })}
        </Button>
      )}
      {total > 0 && (
        <Text c="dimmed" className="figures">
          {shown === total ? total : t("monitoring:filter.shown", { n: shown, total })}
        </Text>
      )}
    </Group>
  );
}

/** Tell who was not there yet when the board was opened, as rows of theirs are first drawn. */
function useNewcomers(entries: readonly Entry[]): (id: string) => boolean {
  const [seen, see] = useState(() => ({ entries, ids: new Set(entries.map(({ id }) => id)), fresh: new Set<string>() }));
  if (seen.entries !== entries) {
    const ids = new Set(entries.map(({ id }) => id));
    see({ entries, ids, fresh: new Set([...ids].filter((id) => !seen.ids.has(id))) });
  }
  return (id) => seen.fresh.has(id);
}
