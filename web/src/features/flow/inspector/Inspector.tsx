// The settings of the selected step, or of the Smartflow itself while none is.

import { Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { stepById, type Step } from "../model";
import { useTitles } from "../titles";
import { AudioFields, HangUpFields, VoicemailFields } from "./HeardFields";
import { DatesFields, HoursFields } from "./CalendarFields";
import { FlowFields } from "./FlowFields";
import { MenuFields } from "./MenuFields";
import { LineFields, OutsideFields } from "./RedirectFields";
import { RingFields } from "./RingFields";
import { ShortName } from "./ShortName";
import { StepActions } from "./StepActions";
import { Ways } from "./Ways";

/** Where the settings are, for who comes from the list with the keyboard. */
export const SETTINGS = "step-settings";

export function Inspector() {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, dispatch } = useEditor();
  const step = stepById(editor.flow, editor.selected);
  const title = step === undefined ? t("flow:inspect.flow") : `${String(outline.numbers.get(step.id) ?? "")} ${titles.kind(step)}`;
  return (
    <div
      id={SETTINGS}
      tabIndex={-1}
      className={classes.heading}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || step === undefined) return;
        if (event.target instanceof Element && event.target.closest("[role=dialog], [aria-expanded=true]") !== null) return;
        dispatch({ type: "select", id: step.id, focus: true });
      }}
    >
      <Panel title={title}>
        {step === undefined ? (
          <FlowFields />
        ) : (
          <Stack gap="md" p="md" key={step.id}>
            <Text size="sm" c="dimmed">
              {t(`flow:kind_help.${step.kind}`)}
            </Text>
            <StepActions step={step} />
            <Fields step={step} />
            {step.kind !== "menu" && <Ways step={step} />}
            <ShortName step={step} />
          </Stack>
        )}
      </Panel>
    </div>
  );
}

function Fields({ step }: { step: Step }) {
  switch (step.kind) {
    case "audio":
      return <AudioFields step={step} />;
    case "menu":
      return <MenuFields step={step} />;
    case "hours":
      return <HoursFields step={step} />;
    case "dates":
      return <DatesFields step={step} />;
    case "ring":
      return <RingFields step={step} />;
    case "redirect-to-line":
      return <LineFields step={step} />;
    case "redirect-to-number":
      return <OutsideFields step={step} />;
    case "voicemail":
      return <VoicemailFields step={step} />;
    case "hang-up":
      return <HangUpFields step={step} />;
  }
}
