// Steps one after another, each with its branches below it, and how they end.

import { IconArrowRight, IconPlus, IconX } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { NOWHERE, stepById, type Slot } from "../model";
import type { Ending, OutlineStep, Sequence } from "../outline";
import { useTitles } from "../titles";
import { StepRow } from "./StepRow";

export function StepSequence({ sequence }: { sequence: Sequence }) {
  const last = sequence.steps.at(-1);
  return (
    <ol className={classes.sequence}>
      {sequence.steps.map((each) => (
        <Outlined key={each.step.id} outlined={each} />
      ))}
      {sequence.ending.kind !== "end" && (
        <li className={classes.item}>
          <Way slot={sequence.ending.slot} isBranch={last === undefined && sequence.ending.slot.step !== null} isEnd />
          <EndOf ending={sequence.ending} />
        </li>
      )}
    </ol>
  );
}

function Outlined({ outlined }: { outlined: OutlineStep }) {
  const titles = useTitles();
  const { step, slot, branches } = outlined;
  return (
    <li className={classes.item}>
      {slot !== null && <Way slot={slot} isBranch={slot.step !== null && slot.exit !== "next"} />}
      <StepRow outlined={outlined} />
      {branches.length > 0 && (
        <ul className={classes.branches}>
          {branches.map(({ exit, sequence }) => (
            <li key={exit} className={classes.branch}>
              <p className={classes.branchName}>{titles.way(step, exit)}</p>
              <StepSequence sequence={sequence} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The line that leads to a place, with what it means and a button that puts a step there. */
function Way({ slot, isBranch, isEnd = false }: { slot: Slot; isBranch: boolean; isEnd?: boolean }) {
  const t = useWords();
  const titles = useTitles();
  const { editor, ask, mayChange } = useEditor();
  const step = stepById(editor.flow, slot.step);
  const means = step !== undefined && !isBranch && step.kind !== "audio" ? titles.way(step, slot.exit) : null;
  return (
    <div className={classes.way}>
      {mayChange && !isEnd && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.plus}
          aria-label={t("flow:list.add_at", { place: titles.place(slot, editor.flow) })}
          title={t("flow:list.add")}
          onClick={() => { ask({ what: "add", slot }); }}
        >
          <IconPlus size={14} aria-hidden />
        </button>
      )}
      {means !== null && <span className={classes.means}>{means}</span>}
    </div>
  );
}

function EndOf({ ending }: { ending: Exclude<Ending, { kind: "end" }> }) {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, dispatch, command, ask, mayChange } = useEditor();
  const { slot } = ending;
  const place = titles.place(slot, editor.flow);
  const target = ending.kind === "jump" ? stepById(editor.flow, ending.target) : undefined;
  return (
    <div className={classes.ending} data-kind={ending.kind}>
      {target === undefined ? (
        <span className={classes.nowhere}>{t("flow:way.open_end")}</span>
      ) : (
        <button type="button" data-stop className={classes.jump} onClick={() => { dispatch({ type: "select", id: target.id, focus: true }); }}>
          <IconArrowRight size={16} aria-hidden />
          {t("flow:way.jump", { n: outline.numbers.get(target.id) ?? "", step: titles.step(target) })}
        </button>
      )}
      {mayChange && (
        <span className={classes.endingActions}>
          <button type="button" data-stop className={classes.add} aria-label={t("flow:list.add_at", { place })} onClick={() => { ask({ what: "add", slot }); }}>
            <IconPlus size={14} aria-hidden />
            {t("flow:list.add")}
          </button>
          {target !== undefined && (
            <button
              type="button"
              className={classes.take}
              aria-label={`${t("flow:do.detach")}: ${place}`}
              title={t("flow:do.detach")}
              onClick={() => { command({ do: "connect", slot, target: NOWHERE }); }}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </span>
      )}
    </div>
  );
}
