// All calls that have ended, by filters that stand in the address.

import { Button, Group, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "@/api/useSession";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { CallsTable } from "./CallsTable";
import { ColumnChooser } from "./ColumnChooser";
import { ExportMenu } from "./ExportMenu";
import { Filters } from "./Filters";
import classes from "./History.module.css";
import { useColumns } from "./columns";
import { useCalls, useFreshCalls } from "./queries";
import { countFilters, readSearch, type HistorySearch } from "./search";

const COUNTED_MAX = 10_000;
const route = getRouteApi("/history");

export function HistoryScreen() {
  const t = useWords();
  const search = readSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const mayExport = useMay("records.export");
  const columns = useColumns();
  const calls = useCalls(search);
  useFreshCalls();
  const shown = calls.data?.pages.flatMap((page) => page.calls) ?? [];
  const choose = (wanted: HistorySearch) => void navigate({ search: wanted, replace: true });
  const filtered = countFilters(search) > 0;
  return (
    <Screen title={t("history:title")} beside={mayExport && <ExportMenu search={search} />}>
      <Panel title={t("history:calls")} beside={<Beside total={calls.data?.pages.at(0)?.total ?? null} columns={columns} />}>
        <Filters search={search} choose={choose} />
        {calls.error !== null && (
          <div className={classes.problem}>
            <Problem error={calls.error} title={t("problem.load_title")} retry={() => void calls.refetch()} />
          </div>
        )}
        {calls.isPending && <LoadingRows rows={8} />}
        {calls.isSuccess && shown.length === 0 && (
          <Empty title={t(filtered ? "history:nothing_title" : "history:none_title")} words={t(filtered ? "history:nothing_words" : "history:none_words")}>
            {filtered && (
              <Button mt="xs" variant="default" size="xs" onClick={() => { choose({}); }}>
                {t("history:clear")}
              </Button>
            )}
          </Empty>
        )}
        {shown.length > 0 && <CallsTable calls={shown} columns={columns.shown} search={search} choose={choose} stale={calls.isPlaceholderData} />}
        {calls.hasNextPage && (
          <Group justify="center" p="sm">
            <Button variant="default" size="xs" loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
              {t("history:more")}
            </Button>
          </Group>
        )}
      </Panel>
    </Screen>
  );
}

function Beside({ total, columns }: { total: number | null; columns: ReturnType<typeof useColumns> }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" className="figures" role="status">
        {total !== null && t(total < COUNTED_MAX ? "history:total" : "history:total_over", { count: total, n: format.number(total) })}
      </Text>
      <ColumnChooser columns={columns} />
    </Group>
  );
}
