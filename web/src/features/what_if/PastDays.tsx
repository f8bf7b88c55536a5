// Which days of one's own past.

import { NumberInput, Select } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useDates } from "@/ui/charts/dates";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { Empty } from "@/ui/Empty";
import { useLines, type usePastDays } from "./queries";
import { DAYS_MAX, type WhatIfSearch } from "./question";

interface Props {
  search: WhatIfSearch;
  day: string;
  days: ReturnType<typeof usePastDays>;
  choose: (search: WhatIfSearch) => void;
}

export function PastDays({ search, day, days, choose }: Props) {
  const t = useWords();
  const dates = useDates();
  const format = useFormat();
  const lines = useLines().data ?? [];
  if (days.isPending) return <LoadingRows rows={3} height={36} />;
  if (days.error !== null) return <Problem error={days.error} title={t("problem.load_title")} retry={() => void days.refetch()} />;
  if (days.data.length === 0 && search.day === undefined) return <Empty title={t("what_if:no_days")} words={t("what_if:no_days_words")} />;
  const offered = days.data.map(({ at, calls }) => ({
    value: field(at),
    label: t("what_if:day_option", { day: dates.day(at), count: calls, n: format.number(calls) }),
  }));
  const known = offered.some(({ value }) => value === day);
  return (
    <>
      <Select
        label={t("what_if:day")}
        value={day}
        searchable
        nothingFoundMessage={t("what_if:nothing_found")}
        data={known || day === "" ? offered : [{ value: day, label: dates.day(Date.parse(`${day}T00:00`)) }, ...offered]}
        onChange={(value) => {
          choose({ ...search, day: value ?? undefined, study: undefined });
        }}
      />
      <NumberInput
        label={t("what_if:days")}
        min={1}
        max={DAYS_MAX}
        value={search.days ?? 1}
        onChange={(value) => {
          choose({ ...search, days: Number(value) > 1 ? Number(value) : undefined });
        }}
      />
      <Select
        label={t("what_if:line")}
        placeholder={t("what_if:all_lines")}
        clearable
        clearButtonProps={{ "aria-label": t("what_if:all_lines") }}
        value={search.line ?? null}
        data={lines.map(({ id, settings }) => ({ value: id, label: settings.name }))}
        onChange={(value) => {
          choose({ ...search, line: value ?? undefined });
        }}
      />
    </>
  );
}

function field(instant: number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
