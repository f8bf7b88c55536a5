// How the Smartflow stands: in force, drafted, not saved.

import { Group, Text } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { StateBadge } from "@/ui/StateBadge";
import { useEditor } from "./context";
import { isDirty } from "./editor";
import { useWho } from "./useWho";

export function StateLine() {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const who = useWho();
  const { editor, flow, draft } = useEditor();
  const about = [
    flow === null ? t("flow:state.never") : t("flow:state.version", { n: flow.version, when: format.moment(flow.published_at, now), who: who(flow.published_by) }),
    draft === null ? null : t("flow:state.saved", { when: format.moment(draft.saved_at, now), who: who(draft.saved_by) }),
  ].filter((each) => each !== null);
  return (
    <Group gap="xs" role="group">
      <Text size="sm" c="dimmed" className="figures">
        {about.join(" · ")}
      </Text>
      {isDirty(editor) ? (
        <StateBadge tone="late">{t("flow:state.unsaved")}</StateBadge>
      ) : draft !== null || flow === null ? (
        <StateBadge tone="waiting">{t("flow:state.draft")}</StateBadge>
      ) : (
        <StateBadge tone="talking">{t("flow:state.in_force")}</StateBadge>
      )}
    </Group>
  );
}
