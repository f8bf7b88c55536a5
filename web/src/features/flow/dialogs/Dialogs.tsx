// The one dialog of the editor, whatever is asked in it.

import { Modal } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useWords } from "@/i18n/words";
import { useEditor, type Asked } from "../context";
import { Differences } from "../Differences";
import classes from "../Flow.module.css";
import { stepById } from "../model";
import { useTitles } from "../titles";
import type { Made } from "../useShared";
import { AddStep } from "./AddStep";
import { Discard } from "./Discard";
import { Keys } from "./Keys";
import { Place, PutIn } from "./Place";
import { Publish } from "./Publish";
import { RemoveStep } from "./RemoveStep";
import { Versions } from "./Versions";

interface Props {
  asked: Asked | null;
  theirs: Made["theirs"];
}

export function Dialogs({ asked, theirs }: Props) {
  const t = useWords();
  const { ask } = useEditor();
  const title = useTitle(asked);
  useFocusBack(asked !== null);
  const close = () => {
    ask(null);
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      withinPortal={false}
      size="lg"
      returnFocus={false}
      title={title}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {asked !== null && <Shown asked={asked} theirs={theirs} close={close} />}
    </Modal>
  );
}

function Shown({ asked, theirs, close }: Props & { asked: Asked; close: () => void }) {
  const { editor } = useEditor();
  switch (asked.what) {
    case "add":
      return <AddStep slot={asked.slot} close={close} />;
    case "move":
    case "copy":
      return <Place what={asked.what} id={asked.id} close={close} />;
    case "put":
      return <PutIn kind={asked.kind} close={close} />;
    case "remove":
      return <RemoveStep id={asked.id} close={close} />;
    case "publish":
      return <Publish close={close} />;
    case "versions":
      return <Versions close={close} />;
    case "discard":
      return <Discard close={close} />;
    case "keys":
      return <Keys />;
    case "differences":
      return theirs === null ? null : <Differences was={theirs.flow} is={editor.flow} />;
  }
}

/** Bring the focus back to where it was, unless what was done has moved it elsewhere. */
function useFocusBack(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (isOpen) before.current = activeElement;
    else if (activeElement === null || activeElement === document.body || activeElement.closest("[role=dialog]") !== null) {
      if (before.current instanceof HTMLElement) before.current.focus();
    }
  }, [isOpen]);
}

function useTitle(asked: Asked | null): string {
  const t = useWords();
  const titles = useTitles();
  const { editor, flow } = useEditor();
  if (asked === null) return "";
  const name = editor.flow.name;
  switch (asked.what) {
    case "add":
      return t("flow:list.add_at", { place: titles.place(asked.slot, editor.flow) });
    case "move":
    case "copy":
    case "remove": {
      const step = stepById(editor.flow, asked.id);
      return step === undefined ? "" : t(`flow:do.${asked.what}_who`, { step: titles.step(step) });
    }
    case "put":
      return t("flow:do.put_who", { step: t(`flow:kind.${asked.kind}`) });
    case "publish":
      return t(flow === null ? "flow:publish.first_title" : "flow:publish.title", { flow: name });
    case "versions":
      return t("flow:versions.title");
    case "discard":
      return t("flow:discard.title");
    case "keys":
      return t("flow:keys.title");
    case "differences":
      return t("flow:conflict.differences_title");
  }
}
