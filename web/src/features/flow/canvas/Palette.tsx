// The kinds of steps: dragged onto a way, or chosen, by mouse or key, to be put in after the selected step.

import { Text } from "@mantine/core";
import type { DragEvent } from "react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import { GROUPS, STEP_ICONS } from "../icons";
import { KINDS, START, stepById, type StepKind } from "../model";
import { goesOn, slotAfter } from "../places";
import { useTitles } from "../titles";
import { usePutIn } from "../usePutIn";
import classes from "./Canvas.module.css";

const DRAGGED = "application/x-smartflow-step";

export const isStepDragged = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(DRAGGED);

export const draggedKind = ({ dataTransfer }: DragEvent): StepKind | undefined => KINDS.find((kind) => kind === dataTransfer.getData(DRAGGED));

export function Palette() {
  const t = useWords();
  const titles = useTitles();
  const { editor, ask } = useEditor();
  const putIn = usePutIn();
  const { flow, selected } = editor;
  const step = stepById(flow, selected);
  const slot = flow.steps.length === 0 ? START : step !== undefined && goesOn(step) ? slotAfter(step) : null;
  const choose = (kind: StepKind) => {
    if (slot === null) ask({ what: "put", kind });
    else putIn(kind, slot);
  };
  return (
    <section className={classes.palette} aria-label={t("flow:canvas.palette")}>
      <div className={classes.kinds}>
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <div key={group} role="group" aria-label={t(`flow:add_group.${group}`)} className={classes.group}>
            {GROUPS[group].map((kind) => (
              <Kind key={kind} kind={kind} choose={choose} />
            ))}
          </div>
        ))}
      </div>
      <Text size="sm" c="dimmed" className={classes.hint}>
        {slot === null ? t("flow:canvas.asked_where") : t("flow:canvas.goes_in", { place: titles.place(slot, flow) })}
      </Text>
    </section>
  );
}

function Kind({ kind, choose }: { kind: StepKind; choose: (kind: StepKind) => void }) {
  const t = useWords();
  const Icon = STEP_ICONS[kind];
  return (
    <button
      type="button"
      draggable
      className={classes.kindButton}
      title={t(`flow:kind_help.${kind}`)}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, kind);
        dataTransfer.effectAllowed = "copy";
      }}
      onClick={() => { choose(kind); }}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`flow:kind.${kind}`)}
    </button>
  );
}
