// Whose conversations: found by a name or number as people type it, or with a pending callback.

import { SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import type { WorkspaceSearch } from "../search";
import classes from "./Conversations.module.css";

const TYPED_AFTER_MS = 300;

interface Props {
  search: WorkspaceSearch;
  choose: (chosen: Pick<WorkspaceSearch, "find"> | Pick<WorkspaceSearch, "pending">) => void;
}

export function Filters({ search, choose }: Props) {
  const t = useWords();
  const [typed, type] = useState(search.find ?? "");
  const [known, know] = useState(search.find);
  if (known !== search.find) {
    know(search.find);
    type(search.find ?? "");
  }
  const look = useDebouncedCallback((text: string) => {
    const find = text.trim() === "" ? undefined : text.trim();
    know(find);
    choose({ find });
  }, TYPED_AFTER_MS);
  return (
    <div className={classes.filters} role="search">
      <TextInput
        size="xs"
        type="search"
        maxLength={100}
        aria-label={t("conversations:search")}
        placeholder={t("conversations:search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => {
          type(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("conversations:filters")}
        value={search.pending === true ? "pending" : "all"}
        onChange={(which) => {
          choose({ pending: which === "pending" ? true : undefined });
        }}
        data={[
          { value: "all", label: t("conversations:all") },
          { value: "pending", label: t("conversations:pending") },
        ]}
      />
    </div>
  );
}
