// Steps, ways and places in words.

import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { useMessageTitle } from "@/ui/messages/titles";
import { useEditor } from "./context";
import { choiceIndex, stepById, targetAt, type Exit, type FlowSettings, type Slot, type Step } from "./model";

export interface Titles {
  kind: (step: Step) => string;
  /** What a step does, in a few words: "Support", "keys 1 and 2". */
  gist: (step: Step) => string;
  /** Kind and gist: "Ring to Support". */
  step: (step: Step) => string;
  message: (prompt: string | null | undefined) => string;
  way: (step: Step, exit: Exit) => string;
  /** Where a slot is: "After 3, Ring to Support", "Key 1, of 2, IVR". */
  place: (slot: Slot, flow: FlowSettings) => string;
}

export function useTitles(): Titles {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const messageTitle = useMessageTitle();
  const { teams, lines, messages, outline } = useEditor();
  const nothing = t("flow:gist.nothing_chosen");

  const message = (prompt: string | null | undefined) => {
    if (prompt == null) return t("flow:gist.no_message");
    if (prompt === "") return nothing;
    const found = messages.find((each) => each.prompt === prompt);
    return found === undefined ? prompt : messageTitle(found);
  };
  const line = (id: string) => lines.find((each) => each.id === id)?.settings.name ?? (id === "" ? nothing : id);
  const target = (step: Extract<Step, { kind: "ring" }>) => {
    if ("agent_id" in step.target) return step.target.agent_id === "" ? nothing : agentName(step.target.agent_id);
    const { team_id } = step.target;
    return teams.find(({ id }) => id === team_id)?.settings.name ?? (team_id === "" ? nothing : team_id);
  };
  const gist = (step: Step): string => {
    switch (step.kind) {
      case "ring":
        return target(step);
      case "menu":
        return step.choices.length === 0 ? t("flow:gist.no_keys") : t("flow:gist.keys", { keys: format.list(step.choices.map(({ digit }) => digit)) });
      case "hours":
        return t("flow:gist.hours", { count: new Set(step.periods.map(({ weekday }) => weekday)).size });
      case "dates":
        return t("flow:gist.dates", { count: step.dates.length });
      case "redirect-to-line":
        return line(step.line_id);
      case "redirect-to-number":
        return step.number === "" ? nothing : phoneNumber(step.number);
      case "audio":
      case "voicemail":
      case "hang-up":
        return message(step.prompt);
    }
  };
  const kind = (step: Step) => t(`flow:kind.${step.kind}`);
  const named = (step: Step) => (step.kind === "ring" ? `${kind(step)} ${gist(step)}` : t("flow:list.named", { kind: kind(step), gist: gist(step) }));
  const way = (step: Step, exit: Exit): string => {
    if (step.kind === "menu" && exit !== "no_choice") return t("flow:way.key", { digit: step.choices[choiceIndex(exit)]?.digit ?? "" });
    if (exit === "next") return t(step.kind === "ring" ? "flow:way.next_ring" : step.kind === "redirect-to-number" ? "flow:way.next_outside" : "flow:way.next");
    return t(`flow:way.${exit as "open"}`);
  };
  const place = (slot: Slot, flow: FlowSettings): string => {
    const step = stepById(flow, slot.step);
    if (step === undefined) return t("flow:way.first");
    const about = { n: outline.numbers.get(step.id) ?? "", step: named(step), way: way(step, slot.exit) };
    return slot.exit === "next" ? t("flow:way.after", about) : t("flow:way.branch_of", about);
  };
  return { kind, gist, step: named, message, way, place };
}

/** The step that a way leads to, with its number. */
export function useTargetTitle(): (slot: Slot) => string | null {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline } = useEditor();
  return (slot) => {
    const step = stepById(editor.flow, targetAt(editor.flow, slot));
    return step === undefined ? null : t("flow:way.jump", { n: outline.numbers.get(step.id) ?? "", step: titles.step(step) });
  };
}
