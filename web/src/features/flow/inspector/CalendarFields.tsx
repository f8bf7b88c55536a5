// When a rule takes its one way, and when the other.

import { Input, Select } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Dates } from "@/ui/calendar/Dates";
import { Week } from "@/ui/hours/Week";
import { useEditor } from "../context";
import type { StepOf } from "../model";
import { useChange } from "./useChange";

const COUNTRY = "FR";

export function HoursFields({ step }: { step: StepOf<"hours"> }) {
  const t = useWords();
  const { mayChange } = useEditor();
  const change = useChange(step);
  return (
    <>
      <Zone step={step} />
      <Input.Wrapper label={t("flow:field.periods")} labelElement="div">
        <Week
          label={t("flow:field.periods")}
          periods={step.periods}
          set={(periods) => { change({ periods }); }}
          disabled={!mayChange}
          closed={t("calendar:hours.closed")}
          never={t("calendar:hours.never")}
        />
      </Input.Wrapper>
    </>
  );
}

export function DatesFields({ step }: { step: StepOf<"dates"> }) {
  const t = useWords();
  const { mayChange, own } = useEditor();
  const change = useChange(step);
  return (
    <>
      <Zone step={step} />
      <Input.Wrapper label={t("flow:field.dates")} labelElement="div">
        <Dates dates={step.dates} set={(dates) => { change({ dates }); }} country={own[0]?.settings.country ?? COUNTRY} disabled={!mayChange} />
      </Input.Wrapper>
    </>
  );
}

function Zone({ step }: { step: StepOf<"hours"> | StepOf<"dates"> }) {
  const t = useWords();
  const { mayChange } = useEditor();
  const change = useChange<StepOf<"hours"> | StepOf<"dates">>(step);
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <Select
      searchable
      label={t("flow:field.time_zone")}
      description={t("flow:field.time_zone_help")}
      nothingFoundMessage={t("calendar:nothing_found")}
      data={zones.includes(step.time_zone) ? zones : [step.time_zone, ...zones]}
      limit={100}
      value={step.time_zone}
      disabled={!mayChange}
      onChange={(zone) => { if (zone !== null) change({ time_zone: zone }); }}
    />
  );
}
