// Where a step leads, way by way: to be looked at, and led elsewhere.

import { Select } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { targetsFor } from "../commands";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { NOWHERE, exitsOf, stepById, targetAt, type Exit, type Slot, type Step } from "../model";
import { useTitles } from "../titles";

export function Ways({ step, only }: { step: Step; only?: readonly Exit[] }) {
  const t = useWords();
  const titles = useTitles();
  const exits = only ?? exitsOf(step);
  if (exits.length === 0) return null;
  return (
    <div className={classes.ways} role="group" aria-label={t("flow:inspect.ways")}>
      {exits.map((exit) => (
        <div key={exit} className={classes.wayRow}>
          <span aria-hidden>{titles.way(step, exit)}</span>
          <WayTarget slot={{ step: step.id, exit }} />
        </div>
      ))}
    </div>
  );
}

/** The step that a way leads to, chosen from those that it may lead to. */
export function WayTarget({ slot }: { slot: Slot }) {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, command, mayChange } = useEditor();
  const { flow } = editor;
  const step = stepById(flow, slot.step);
  const target = targetAt(flow, slot);
  const led = stepById(flow, target);
  const choices = targetsFor(flow, slot);
  const shown = led === undefined || choices.includes(led) ? choices : [led, ...choices];
  const titleOf = (each: Step) => `${String(outline.numbers.get(each.id) ?? "")} ${titles.step(each)}`;
  return (
    <Select
      searchable
      aria-label={step === undefined ? t("flow:way.first") : `${titles.way(step, slot.exit)}: ${t("flow:inspect.ways")}`}
      data={[{ value: NOWHERE, label: t("flow:way.open_end") }, ...shown.map((each) => ({ value: each.id, label: titleOf(each) }))]}
      value={led === undefined ? NOWHERE : target}
      nothingFoundMessage={t("calendar:nothing_found")}
      disabled={!mayChange}
      onChange={(wanted) => { if (wanted !== null) command({ do: "connect", slot, target: wanted }); }}
    />
  );
}
