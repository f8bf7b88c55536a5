// Which period, and of which line, team or agent.

import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import classes from "./Analytics.module.css";
import type { Choose } from "./given";
import { PRESETS, dayField, type Preset, type Shown } from "./period";
import { useLines, useTeams } from "./queries";
import { UNITS, type AnalyticsSearch, type Unit } from "./search";

const OWN = "own";

interface Props {
  search: AnalyticsSearch;
  shown: Shown;
  choose: Choose;
}

export function Filters({ search, shown, choose }: Props) {
  const t = useWords();
  const { period, preset, unit, mayBeHours } = shown;
  const days = { since: dayField(period.since), until: dayField(period.until - 1) };
  const presets = PRESETS.map((value) => ({ value: value as string, label: t(`analytics:period.${value}`) }));
  return (
    <div role="group" aria-label={t("analytics:filters.title")} className={classes.filters}>
      <Select
        size="xs"
        label={t("analytics:filters.period")}
        value={preset ?? OWN}
        data={preset === undefined ? [...presets, { value: OWN, label: t("analytics:period.own") }] : presets}
        onChange={(value) => {
          choose({ ...search, period: value as Preset, since: undefined, until: undefined, by: undefined });
        }}
      />
      {(["since", "until"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          label={t(`analytics:filters.${end}`)}
          value={days[end]}
          onChange={(event) => {
            const day = event.currentTarget.value;
            if (day !== "") choose({ ...search, ...days, [end]: day, period: undefined });
          }}
        />
      ))}
      <OfWhom search={search} choose={choose} />
      <div className={classes.unit}>
        <span className={classes.unitName} id="analytics-unit">
          {t("analytics:filters.unit")}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="analytics-unit"
          value={unit}
          data={UNITS.map((value) => ({ value, label: t(`analytics:unit.${value}`), disabled: value === "hour" && !mayBeHours }))}
          onChange={(value) => {
            choose({ ...search, by: value as Unit });
          }}
        />
      </div>
    </div>
  );
}

function OfWhom({ search, choose }: Omit<Props, "shown">) {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  const lines = useLines().data ?? [];
  const teams = useTeams().data ?? [];
  const values = {
    line: lines.map(({ id, settings }) => ({ value: id, label: settings.name })),
    team: teams.map(({ id, settings }) => ({ value: id, label: settings.name })),
    agent: [...agents.values()].map(({ id, name }) => ({ value: id, label: name })),
  };
  return (["line", "team", "agent"] as const).map((name) => (
    <Select
      key={name}
      size="xs"
      clearable
      searchable={values[name].length > 8}
      clearButtonProps={{ "aria-label": t("analytics:filters.clear_one", { what: t(`analytics:filters.${name}`) }) }}
      label={t(`analytics:filters.${name}`)}
      placeholder={t("analytics:filters.all")}
      nothingFoundMessage={t("analytics:filters.nothing_found")}
      value={search[name] ?? null}
      data={values[name]}
      onChange={(value) => {
        choose({ ...search, [name]: value ?? undefined });
      }}
    />
  ));
}
