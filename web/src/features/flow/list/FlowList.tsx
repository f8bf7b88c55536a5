// The Smartflow as an indented list, wholly editable with the keyboard.

import { Button, Text, Title } from "@mantine/core";
import { IconPhoneIncoming, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { START } from "../model";
import { buttonId } from "../useStepButton";
import { useStepKeys } from "../useStepKeys";
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
  const done = useRef(focus);
  useEffect(() => {
    if (focus === done.current) return;
    done.current = focus;
    document.getElementById(buttonId(selected ?? ""))?.focus();
  }, [selected, focus]);
}

function useListKeys(list: React.RefObject<HTMLDivElement | null>) {
  return useStepKeys((from, key) => {
    const stops = [...(list.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
    const at = stops.indexOf(from);
    const wanted = new Map([["ArrowDown", at + 1], ["ArrowUp", at - 1], ["Home", 0], ["End", stops.length - 1]]).get(key);
    if (wanted === undefined) return false;
    stops[wanted]?.focus();
    return true;
  });
}
