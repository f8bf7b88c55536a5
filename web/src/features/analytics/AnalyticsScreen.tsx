// What became of calls and callbacks over a period: figures beside those of before, and charts.

import { Button, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { prepareCharts } from "@/ui/charts/ChartPanel";
import { useDates } from "@/ui/charts/dates";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Screen } from "@/ui/Screen";
import classes from "./Analytics.module.css";
import { AgentsCharts } from "./AgentsCharts";
import { Comparison } from "./Comparison";
import { Filters } from "./Filters";
import { Headline } from "./Headline";
import { HeatMap } from "./HeatMap";
import { SeenLines } from "./SeenLines";
import { TimeCharts } from "./TimeCharts";
import { shownAt } from "./period";
import { useFigures } from "./queries";
import { isQuiet, nothing } from "./reading";
import { isFiltered, readSearch, type AnalyticsSearch } from "./search";
import { Undisturbed } from "./Undisturbed";

prepareCharts();
/** The end of what is counted moves on in steps, so that nothing is asked for at every tick. */
const STEP_MS = 300_000;
const route = getRouteApi("/analytics");

export function AnalyticsScreen() {
  const t = useWords();
  const dates = useDates();
  const search = readSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const now = Math.ceil(useNow() / STEP_MS) * STEP_MS;
  const shown = shownAt(search, now);
  const total = useFigures(shown.period, "period", search);
  const whole = total.data === undefined ? null : (total.data.rows.at(0) ?? nothing(null));
  const choose = (wanted: AnalyticsSearch) => void navigate({ search: wanted, replace: true });
  const given = { search, shown, now, total: whole };
  return (
    <Screen
      title={t("analytics:title")}
      beside={
        <Text size="sm" c="dimmed" className="figures">
          {dates.span(shown.period.since, shown.period.until - 1)}
        </Text>
      }
    >
      <div className={classes.frame}>
        <Filters search={search} shown={shown} choose={choose} />
        {total.data?.every_line === false && <SeenLines />}
        <Headline {...given} error={total.error} retry={() => void total.refetch()} stale={total.isPlaceholderData} />
        {whole !== null && isQuiet(whole) && !total.isPlaceholderData ? (
          <Quiet search={search} choose={choose} />
        ) : (
          <div className={classes.charts}>
            <TimeCharts {...given} stale={total.isPlaceholderData} choose={choose} />
            <AgentsCharts {...given} everyLine={total.data?.every_line !== false} />
            <Undisturbed {...given} everyLine={total.data?.every_line !== false} />
            <HeatMap {...given} choose={choose} />
            <Comparison {...given} choose={choose} />
          </div>
        )}
      </div>
    </Screen>
  );
}

function Quiet({ search, choose }: { search: AnalyticsSearch; choose: (search: AnalyticsSearch) => void }) {
  const t = useWords();
  const filtered = isFiltered(search);
  return (
    <Panel title={t("analytics:quiet.title")}>
      <Empty title={t(filtered ? "analytics:quiet.filtered" : "analytics:quiet.none")} words={t("analytics:quiet.words")}>
        <Button
          mt="xs"
          variant="default"
          size="xs"
          onClick={() => {
            choose(filtered ? { ...search, line: undefined, team: undefined, agent: undefined } : { period: "last-28" });
          }}
        >
          {t(filtered ? "analytics:filters.clear" : "analytics:quiet.longer")}
        </Button>
      </Empty>
    </Panel>
  );
}
