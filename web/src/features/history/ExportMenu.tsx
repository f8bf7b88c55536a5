// Writes what the filters show into a file, and says how far it is.

import { Button, Group, Menu, Progress, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useProblemWords } from "@/ui/problem";
import { downloadRows, type Written } from "@/api/download";
import classes from "./History.module.css";
import { asQuery, type HistorySearch } from "./search";

const FORMATS = ["csv", "jsonl"] as const;

export function ExportMenu({ search }: { search: HistorySearch }) {
  const t = useWords();
  const format = useFormat();
  const problem = useProblemWords();
  const [written, tell] = useState<Written | null>(null);
  const stop = useRef<AbortController | null>(null);
  const write = useMutation({
    mutationFn: async (kind: (typeof FORMATS)[number]) => {
      stop.current = new AbortController();
      const query = { ...asQuery(search), format: kind };
      await downloadRows("/exports/calls", query, `calls.${kind}`, tell, stop.current.signal);
    },
    onSettled: () => {
      tell(null);
    },
  });
  if (write.isPending) {
    return (
      <Group gap="sm" wrap="nowrap" className={classes.exporting}>
        <div className={classes.grow}>
          <Text size="sm" className="figures">
            {written === null
              ? t("history:export.begins")
              : t("history:export.rows", { n: format.number(written.rows), total: format.number(written.total) })}
          </Text>
          <Progress
            value={written === null || written.total === 0 ? 0 : (100 * written.rows) / written.total}
            aria-label={t("history:export.title")}
          />
        </div>
        <Button variant="default" size="xs" onClick={() => stop.current?.abort()}>
          {t("action.cancel")}
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="sm">
      {write.isError && !isStopped(write.error) && (
        <Text size="sm" c="var(--state-failed)" role="alert">
          {problem(write.error)}
        </Text>
      )}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t("history:export.title")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => {
                write.mutate(kind);
              }}
            >
              {t(`history:export.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

const isStopped = (error: unknown) => error instanceof DOMException && error.name === "AbortError";
