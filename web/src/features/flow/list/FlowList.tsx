// The Smartflow as an indented list, wholly editable with the keyboard.

import { Button, Text, Title } from "@mantine/core";
import { IconPhoneIncoming, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { placeBeside } from "../commands";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { START, stepById } from "../model";
import { slotAfter } from "../places";
import { useRemove } from "../useRemove";
import { useTitles } from "../titles";
import { StepSequence } from "./StepSequence";

export function FlowList() {
  const t = useWords();
  const { outline, editor, ask, mayChange } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const keys = useListKeys(list);
  useFocus();
  const isEmpty = editor.flow.steps.length === 0;
  return (
    // The buttons in it take the focus; the keys go from one to the next.
    <section className={classes.list} aria-label={t("flow:list.label")} ref={list} onKeyDown={keys}>
      <div className={classes.start}>
        <IconPhoneIncoming size={16} aria-hidden />
        {t("flow:way.start")}
      </div>
      {isEmpty ? (
        <Empty title={t("flow:list.empty_title")} words={t("flow:list.empty_words")}>
          {mayChange && (
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { ask({ what: "add", slot: START }); }}>
              {t("flow:list.add")}
            </Button>
          )}
        </Empty>
      ) : (
        <StepSequence sequence={outline.flow} />
      )}
      {outline.lost.length > 0 && (
        <div className={classes.lost}>
          <Title order={2}>{t("flow:list.lost")}</Title>
          <Text size="sm" c="dimmed">
            {t("flow:list.lost_words")}
          </Text>
          {outline.lost.map((sequence) => (
            <StepSequence key={sequence.steps[0]?.step.id} sequence={sequence} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Bring the focus to what is selected, once a command or a problem asks for it. */
function useFocus(): void {
  const { selected, focus } = useEditor().editor;
  const done = useRef(0);
  useEffect(() => {
    if (focus === done.current) return;
    done.current = focus;
    document.getElementById(`step-${selected ?? ""}`)?.focus();
  }, [selected, focus]);
}

function useListKeys(list: React.RefObject<HTMLDivElement | null>) {
  const t = useWords();
  const titles = useTitles();
  const { editor, command, dispatch, ask, say, mayChange, inspect } = useEditor();
  const remove = useRemove();
  const { flow } = editor;

  const go = (from: HTMLElement, to: "next" | "last" | "first" | "end") => {
    const stops = [...(list.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
    const at = stops.indexOf(from);
    const wanted = { next: at + 1, last: at - 1, first: 0, end: stops.length - 1 }[to];
    stops[wanted]?.focus();
  };
  const move = (id: string, by: 1 | -1) => {
    const slot = placeBeside(flow, id, by);
    const step = stepById(flow, id);
    if (slot === null || step === undefined) {
      say(t("flow:said.stays"));
      return;
    }
    command({ do: "move", id, slot });
    dispatch({ type: "select", id, focus: true });
    say(t("flow:said.move", { step: titles.step(step), place: titles.place(slot, flow) }));
  };

  return (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset.stop === undefined || event.ctrlKey || event.metaKey) return;
    const id = target.dataset.step;
    const arrow = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    const edit = id !== undefined && mayChange;
    const step = id === undefined ? undefined : stepById(flow, id);
    if (arrow !== null && event.altKey && edit) move(id, arrow);
    else if (arrow !== null && !event.altKey) go(target, arrow === 1 ? "next" : "last");
    else if (event.key === "Home") go(target, "first");
    else if (event.key === "End") go(target, "end");
    else if (event.key === "Enter" && id !== undefined) inspect(id, true);
    else if (event.key === "Delete" && edit) remove(id);
    else if (event.key === "+" && edit && step !== undefined) ask({ what: "add", slot: slotAfter(step) });
    else return;
    event.preventDefault();
  };
}
