// What a number is: its name, where it lies, where its calls go, and whose requests they are.

import { MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { useCountries } from "@/ui/countries";
import { useLive } from "@/live/hooks";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import classes from "../Numbers.module.css";
import type { Path } from "../paths";
import { useSetting, useSheet } from "../sheet";

export function GeneralTab() {
  const t = useWords();
  const { flows, teams } = useSheet();
  const agents = useLive((live) => live.agents);
  const countries = useCountries();
  return (
    <Stack gap="lg">
      <Section id="general" title={t("numbers:tab.general")}>
        <NameSetting />
        <SelectSetting path="line country" label={t("numbers:general.country")} help={t("numbers:general.country_help")} data={countries} />
        <SelectSetting
          path="line language"
          label={t("numbers:general.language")}
          help={t("numbers:general.language_help")}
          data={(["en", "fr"] as const).map((value) => ({ value, label: t(`user.language_${value}`) }))}
        />
        <SelectSetting
          path="line flow_id"
          label={t("numbers:general.flow")}
          help={t("numbers:general.flow_help")}
          data={flows.map(({ id, settings }) => ({ value: id, label: settings.name }))}
        />
        <SwitchSetting path="line priority" label={t("numbers:general.priority")} help={t("numbers:general.priority_help")} />
      </Section>
      <Section id="assigned" title={t("numbers:general.assigned")} words={t("numbers:general.assigned_words")}>
        <ManySetting
          path="line assigned_teams"
          label={t("numbers:general.teams")}
          data={teams.map(({ id, settings }) => ({ value: id, label: settings.name }))}
        />
        <ManySetting
          path="line assigned_agents"
          label={t("numbers:general.agents")}
          data={[...agents.values()].map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Section>
    </Stack>
  );
}

function NameSetting() {
  const t = useWords();
  const { value, set, problem, disabled, isChanged } = useSetting<string>("line name");
  return (
    <div className={classes.field} data-changed={isChanged}>
      <TextInput
        label={t("numbers:general.name")}
        description={t("numbers:general.name_help")}
        maxLength={100}
        value={value}
        error={problem}
        disabled={disabled}
        onChange={(event) => {
          set(event.currentTarget.value);
        }}
      />
    </div>
  );
}

interface SelectProps {
  path: Path;
  label: string;
  help?: string;
  data: { value: string; label: string }[];
}

function SelectSetting({ path, label, help, data }: SelectProps) {
  const t = useWords();
  const { value, set, problem, disabled, isChanged } = useSetting<string>(path);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Select
        searchable={data.length > 10}
        label={label}
        description={help}
        nothingFoundMessage={t("numbers:nothing_found")}
        data={data}
        value={value}
        error={problem}
        disabled={disabled}
        maw={420}
        onChange={(wanted) => {
          if (wanted !== null) set(wanted);
        }}
      />
    </div>
  );
}

function ManySetting({ path, label, data }: SelectProps) {
  const t = useWords();
  const { value, set, problem, disabled, isChanged } = useSetting<string[]>(path);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <MultiSelect
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("numbers:clear") }}
        label={label}
        placeholder={value.length === 0 ? t("numbers:general.everybody") : undefined}
        nothingFoundMessage={t("numbers:nothing_found")}
        data={data}
        value={value}
        error={problem}
        disabled={disabled}
        onChange={set}
      />
    </div>
  );
}
