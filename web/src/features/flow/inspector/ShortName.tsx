// The id of a step, which reports and the API go by.

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import type { Step } from "../model";

const ID = /^[\w./-]{1,100}$/;

/** It is taken over once it can be one: two steps never bear the same. */
export function ShortName({ step }: { step: Step }) {
  const t = useWords();
  const { editor, command, mayChange } = useEditor();
  const [entered, enter] = useState(step.id);
  const isTaken = editor.flow.steps.some(({ id }) => id === entered && id !== step.id);
  const problem = isTaken ? t("flow:inspect.id_taken") : ID.test(entered) ? undefined : t("flow:inspect.id_wrong");
  const keep = () => {
    if (problem === undefined && entered !== step.id) command({ do: "rename", id: step.id, to: entered });
  };
  return (
    <TextInput
      label={t("flow:inspect.id")}
      description={t("flow:inspect.id_help")}
      value={entered}
      error={problem}
      maxLength={100}
      disabled={!mayChange}
      onChange={(event) => { enter(event.currentTarget.value); }}
      onBlur={keep}
      onKeyDown={(event) => { if (event.key === "Enter") keep(); }}
    />
  );
}
