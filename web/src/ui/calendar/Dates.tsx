// Special dates: written by hand, or taken over from the proposed national holidays.

import { ActionIcon, Button, Checkbox, Group, Input, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { components } from "@/api/schema";
import { useFormat } from "@/i18n/format";
import { language } from "@/i18n";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { useCountries } from "../countries";
import classes from "./Calendar.module.css";
import { useHolidays } from "./holidays";

type Special = components["schemas"]["SpecialDates"];
const DATES_MAX = 366;

interface Props {
  dates: Special[];
  set: (dates: Special[]) => void;
  /** Whose national holidays are proposed. */
  country: string;
  problem?: string | undefined;
  disabled: boolean;
}

export function Dates({ dates, set, country, problem, disabled }: Props) {
  const t = useWords();
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const change = (index: number, told: Partial<Special>) => {
    set(dates.map((each, n) => (n === index ? { ...each, ...told } : each)));
  };
  return (
    <div className={classes.calendar}>
      <ul className={classes.list} aria-label={t("calendar:hours.dates")}>
        {dates.map((each, index) => (
          <li key={index} className={classes.date}>
            <TextInput
              label={t("calendar:dates.name")}
              value={each.name}
              maxLength={100}
              disabled={disabled}
              error={each.name.trim() === "" ? t("calendar:name_missing") : undefined}
              onChange={(event) => { change(index, { name: event.currentTarget.value }); }}
            />
            <TextInput
              type="date"
              label={t("calendar:dates.first")}
              value={each.first}
              disabled={disabled}
              onChange={(event) => { change(index, { first: event.currentTarget.value }); }}
            />
            <TextInput
              type="date"
              label={t("calendar:dates.last")}
              value={each.last}
              disabled={disabled}
              error={each.last < each.first ? t("calendar:dates.reversed") : undefined}
              onChange={(event) => { change(index, { last: event.currentTarget.value }); }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              disabled={disabled}
              aria-label={t("calendar:dates.remove", { name: each.name })}
              onClick={() => { set(dates.filter((_, n) => n !== index)); }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {dates.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("calendar:dates.none")}
        </Text>
      )}
      {problem !== undefined && <Input.Error mt="xs">{problem}</Input.Error>}
      {!disabled && (
        <Stack mt="sm" gap="md" align="flex-start">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={dates.length >= DATES_MAX}
            onClick={() => { set([...dates, { name: t("calendar:dates.new"), first: today, last: today }]); }}
          >
            {t("calendar:dates.add")}
          </Button>
          <Holidays dates={dates} country={country} take={(taken) => { set([...dates, ...taken].sort((one, other) => one.first.localeCompare(other.first)).slice(0, DATES_MAX)); }} />
        </Stack>
      )}
    </div>
  );
}

function Holidays({ dates, country, take }: { dates: readonly Special[]; country: string; take: (taken: Special[]) => void }) {
  const t = useWords();
  const format = useFormat();
  const thisYear = new Date(useNow()).getFullYear();
  const [year, choose] = useState<number | null>(null);
  const { data, error, isFetching, refetch } = useHolidays(country, year ?? thisYear, year !== null);
  const [chosen, tick] = useState<ReadonlySet<string>>(new Set());
  const countryName = useCountries().find(({ value }) => value === country)?.label ?? country;
  const reader = language();
  const has = (day: string) => dates.some(({ first, last }) => first <= day && day <= last);
  const missing = (data ?? []).filter(({ day }) => !has(day));
  const nameOf = ({ name, english_name }: { name: string; english_name: string }) => (reader === "en" ? english_name : name);
  if (year === null) {
    return (
      <Button size="xs" variant="default" onClick={() => { choose(thisYear); }}>
        {t("calendar:dates.propose", { country: countryName })}
      </Button>
    );
  }
  return (
    <Stack className={classes.details} gap="sm" role="group" aria-label={t("calendar:dates.propose", { country: countryName })}>
      <NumberInput
        label={t("calendar:dates.year", { country: countryName })}
        description={t("calendar:dates.year_help")}
        value={year}
        min={2000}
        max={2100}
        allowDecimal={false}
        maw={240}
        onChange={(value) => { if (typeof value === "number" && value >= 2000 && value <= 2100) choose(value); }}
      />
      {isFetching && data === undefined && <LoadingRows rows={3} height={24} />}
      <Problem error={error} retry={() => void refetch()} />
      {missing.map((each) => (
        <Checkbox
          key={each.day}
          label={`${format.day(`${each.day}T12:00`)} – ${nameOf(each)}`}
          checked={chosen.has(each.day)}
          onChange={(event) => {
            const ticked = new Set(chosen);
            if (event.currentTarget.checked) ticked.add(each.day);
            else ticked.delete(each.day);
            tick(ticked);
          }}
        />
      ))}
      {data !== undefined && missing.length === 0 && <Text size="sm">{t("calendar:dates.all_there")}</Text>}
      <Group>
        <Button
          size="xs"
          disabled={missing.every(({ day }) => !chosen.has(day))}
          onClick={() => {
            take(missing.filter(({ day }) => chosen.has(day)).map((each) => ({ name: nameOf(each), first: each.day, last: each.day })));
            tick(new Set());
          }}
        >
          {t("calendar:dates.take")}
        </Button>
        <Button size="xs" variant="default" disabled={missing.length === 0} onClick={() => { tick(new Set(missing.map(({ day }) => day))); }}>
          {t("calendar:dates.all")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" className={classes.quietButton} onClick={() => { choose(null); }}>
          {t("action.close")}
        </Button>
      </Group>
    </Stack>
  );
}
