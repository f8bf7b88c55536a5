// What would have been: past days or a call list played again with other settings.

import { getRouteApi } from "@tanstack/react-router";
import { Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { prepareCharts } from "@/ui/charts/ChartPanel";
import { Screen } from "@/ui/Screen";
import { Question } from "./Question";
import { Results } from "./Results";
import classes from "./WhatIf.module.css";
import { usePastDays, useRun, useStudy } from "./queries";
import { readSearch, type WhatIfSearch } from "./question";

prepareCharts();
const route = getRouteApi("/what-if");

export function WhatIfScreen() {
  const t = useWords();
  const search = readSearch({ ...route.useSearch() });
  const navigate = route.useNavigate();
  const days = usePastDays(new Date(useNow()).setHours(0, 0, 0, 0));
  const day = search.day ?? dayField(ordinaryDay(days.data ?? []));
  const choose = (wanted: WhatIfSearch) => void navigate({ search: wanted, replace: true });
  const study = useStudy(search.study);
  const run = useRun(({ id }) => {
    choose({ ...search, day, study: id });
  });
  return (
    <Screen title={t("what_if:title")}>
      <Text c="dimmed" maw="70ch" mt="calc(-1 * var(--mantine-spacing-sm))">
        {t("what_if:words")}
      </Text>
      <div className={classes.screen}><div className={classes.frame}>
        <Question search={search} day={day} days={days} choose={choose} run={run} study={study.data} />
        <Results search={search} study={study} run={run} day={day} />
      </div></div>
    </Screen>
  );
}

/** The latest day that was not as quiet as a Sunday. */
function ordinaryDay(days: readonly { at: number; calls: number }[]): number | undefined {
  const most = Math.max(0, ...days.map(({ calls }) => calls));
  return days.find(({ calls }) => calls >= most / 3)?.at;
}

function dayField(instant: number | undefined): string {
  if (instant === undefined) return "";
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
