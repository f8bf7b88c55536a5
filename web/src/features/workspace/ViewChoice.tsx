// Calls or Conversations: the two ways to look at what goes on on an agent's lines.

import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import type { WorkspaceSearch } from "./search";

export function ViewChoice({ view }: { view: WorkspaceSearch["view"] }) {
  const t = useWords();
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("workspace:view")}
      value={view ?? "calls"}
      onChange={(chosen) => void navigate({ to: "/workspace", search: chosen === "conversations" ? { view: "conversations" } : {} })}
      data={[
        { value: "calls", label: t("workspace:calls.title") },
        { value: "conversations", label: t("workspace:conversations") },
      ]}
    />
  );
}
