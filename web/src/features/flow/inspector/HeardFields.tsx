// What callers hear in a step that plays a message.

import { useWords } from "@/i18n/words";
import { MessagePicker } from "@/ui/messages/MessagePicker";
import { useEditor } from "../context";
import type { StepOf } from "../model";
import { Quantity } from "./fields";
import { useChange } from "./useChange";

type Spoken = StepOf<"audio"> | StepOf<"menu"> | StepOf<"voicemail"> | StepOf<"hang-up">;

/** The ready messages that fit each kind of step, the likeliest first. */
const READY: Record<Spoken["kind"], readonly string[]> = {
  audio: ["welcome", "offer", "closed"],
  menu: ["menu"],
  voicemail: ["voicemail_greeting", "closed"],
  "hang-up": ["no_answer_goodbye", "closed"],
};

export function Prompt({ step }: { step: Spoken }) {
  const t = useWords();
  const { messages, circumstances, problems, mayChange } = useEditor();
  const change = useChange<Spoken>(step);
  const wrong = problems.find(({ code, step_id }) => step_id === step.id && (code === "no-message" || code === "unknown-message"));
  return (
    <div>
      <MessagePicker
        label={t(`flow:field.prompt_${step.kind}`)}
        help={t(`flow:field.prompt_${step.kind}_help`)}
        value={step.prompt ?? null}
        set={(prompt) => { change({ prompt: step.kind === "hang-up" ? prompt : (prompt ?? "") } as Partial<Spoken>); }}
        messages={messages}
        language={circumstances.language}
        ready={READY[step.kind]}
        none={step.kind === "hang-up" ? t("sound:message.none") : undefined}
        problem={wrong && t(`flow:problem.${wrong.code as "no-message"}`, { detail: wrong.detail })}
        disabled={!mayChange}
      />
    </div>
  );
}

export const AudioFields = ({ step }: { step: StepOf<"audio"> }) => <Prompt step={step} />;

export const HangUpFields = ({ step }: { step: StepOf<"hang-up"> }) => <Prompt step={step} />;

export function VoicemailFields({ step }: { step: StepOf<"voicemail"> }) {
  const change = useChange(step);
  return (
    <>
      <Prompt step={step} />
      <Quantity
        model="VoicemailStep"
        field="record_for_max_seconds"
        unit=" s"
        step={30}
        value={step.record_for_max_seconds}
        set={(seconds) => { change({ record_for_max_seconds: seconds }); }}
      />
    </>
  );
}
