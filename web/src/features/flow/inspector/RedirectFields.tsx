// Where a caller is handed over to: a number of the company's, or one outside.

import { Select, TextInput } from "@mantine/core";
import { phoneNumber } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import type { StepOf } from "../model";
import { Quantity } from "./fields";
import { useChange } from "./useChange";

const NUMBER_LENGTH_MAX = 32;

export function LineFields({ step }: { step: StepOf<"redirect-to-line"> }) {
  const t = useWords();
  const { lines, mayChange } = useEditor();
  const change = useChange(step);
  return (
    <Select
      searchable
      label={t("flow:field.line_id")}
      description={t("flow:field.line_id_help")}
      placeholder={t("flow:field.line_id_none")}
      nothingFoundMessage={t("calendar:nothing_found")}
      data={lines.map(({ id, number, settings }) => ({ value: id, label: number === null ? settings.name : `${settings.name} · ${phoneNumber(number)}` }))}
      value={step.line_id === "" ? null : step.line_id}
      disabled={!mayChange}
      onChange={(lineId) => { if (lineId !== null) change({ line_id: lineId }); }}
    />
  );
}

export function OutsideFields({ step }: { step: StepOf<"redirect-to-number"> }) {
  const t = useWords();
  const { problems, mayChange } = useEditor();
  const change = useChange(step);
  const wrong = problems.find(({ code, step_id }) => step_id === step.id && code === "number-not-dialable");
  return (
    <>
      <TextInput
        type="tel"
        label={t("flow:field.number")}
        description={t("flow:field.number_help")}
        value={step.number}
        maxLength={NUMBER_LENGTH_MAX}
        disabled={!mayChange}
        error={wrong && t("flow:problem.number-not-dialable", { detail: step.number })}
        onChange={(event) => { change({ number: event.currentTarget.value }); }}
      />
      <Quantity model="RedirectToNumber" field="ring_for_seconds" unit=" s" step={5} value={step.ring_for_seconds} set={(seconds) => { change({ ring_for_seconds: seconds }); }} />
    </>
  );
}
