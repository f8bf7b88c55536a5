// When a number is open: the weekly hours and special dates that its Smartflow judges by.

import { Button, Select, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { Section } from "../fields/Section";
import { AddStep, type AddedStep } from "../hours/AddStep";
import { DatesSetting } from "../hours/DatesSetting";
import { WeekSetting } from "../hours/WeekSetting";
import classes from "../Numbers.module.css";
import type { DatesStep, HoursStep, Path } from "../paths";
import { useSetting, useSheet } from "../sheet";
import { SharedNote } from "./SharedNote";

export function HoursTab() {
  const t = useWords();
  const { flow, mayChange } = useSheet();
  const [adding, add] = useState<AddedStep | null>(null);
  const hours = flow.settings.steps.filter((step): step is HoursStep => step.kind === "hours");
  const dates = flow.settings.steps.filter((step): step is DatesStep => step.kind === "dates");
  return (
    <Stack gap="lg">
      <SharedNote />
      {hours.map((step) => (
        <Section key={step.id} id={`hours-${step.id}`} title={t("calendar:hours.week")} words={t("calendar:hours.week_words", { step: step.id })}>
          <ZoneSetting path={`flow steps ${step.id} time_zone`} />
          <WeekSetting step={step} />
        </Section>
      ))}
      {hours.length === 0 && (
        <Section id="hours" title={t("calendar:hours.week")}>
          <Empty title={t("calendar:hours.none_title")} words={t("calendar:hours.none_words")}>
            <Button variant="default" disabled={!mayChange} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { add("hours"); }}>
              {t("calendar:hours.add")}
            </Button>
          </Empty>
        </Section>
      )}
      {dates.map((step) => (
        <Section key={step.id} id={`dates-${step.id}`} title={t("calendar:hours.dates")} words={t("calendar:hours.dates_words", { step: step.id })}>
          <ZoneSetting path={`flow steps ${step.id} time_zone`} />
          <DatesSetting step={step} />
        </Section>
      ))}
      {dates.length === 0 && (
        <Section id="dates" title={t("calendar:hours.dates")}>
          <Empty title={t("calendar:hours.dates_none_title")} words={t("calendar:hours.dates_none_words")}>
            <Button variant="default" disabled={!mayChange} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { add("dates"); }}>
              {t("calendar:hours.dates_add")}
            </Button>
          </Empty>
        </Section>
      )}
      <Text size="sm" c="dimmed">
        {t("calendar:hours.callbacks")}
      </Text>
      <AddStep adding={adding} close={() => { add(null); }} />
    </Stack>
  );
}

function ZoneSetting({ path }: { path: Path }) {
  const t = useWords();
  const { value, set, problem, disabled, isChanged } = useSetting<string>(path);
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Select
        searchable
        label={t("calendar:hours.zone")}
        description={t("calendar:hours.zone_help")}
        nothingFoundMessage={t("numbers:nothing_found")}
        data={zones.includes(value) ? zones : [value, ...zones]}
        limit={100}
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
