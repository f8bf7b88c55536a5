// Writes what the filters show into a file, and says how far it is.

import { Button, Group, Loader, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { downloadRows, type Written } from "@/api/download";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useProblemWords } from "@/ui/problem";
import { asQuery, type AuditSearch } from "./search";

export function AuditExport({ search }: { search: AuditSearch }) {
  const t = useWords();
  const format = useFormat();
  const problem = useProblemWords();
  const [written, tell] = useState<Written | null>(null);
  const stop = useRef<AbortController | null>(null);
  const writing = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      await downloadRows("/audit-log/export", { ...asQuery(search), format: "csv" }, "audit-log.csv", tell, stop.current.signal);
    },
  });
  const isStopped = writing.error instanceof DOMException && writing.error.name === "AbortError";
  const rows = written === null ? 0 : Math.max(0, written.rows - 1);
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" role="status" className="figures">
        {writing.isPending && t("integrations:audit.writing", { count: rows, n: format.number(rows) })}
        {writing.isSuccess && t("integrations:audit.written", { count: rows, n: format.number(rows) })}
      </Text>
      {writing.isError && !isStopped && (
        <Text size="sm" c="var(--state-failed)" role="alert">
          {problem(writing.error)}
        </Text>
      )}
      {writing.isPending ? (
        <Button variant="default" leftSection={<Loader size={14} />} onClick={() => stop.current?.abort()}>
          {t("action.cancel")}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            tell(null);
            writing.mutate();
          }}
        >
          {t("integrations:audit.export")}
        </Button>
      )}
    </Group>
  );
}
