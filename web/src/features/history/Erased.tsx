// What came of erasing a customer, in words: nothing of them can be shown any more.

import { Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import classes from "./Call.module.css";
import type { Erasure } from "./CustomerData";

export function Erased({ erasure }: { erasure: Erasure }) {
  const t = useWords();
  const format = useFormat();
  const { finished, files_read: files, found_in: found } = erasure;
  const clean = finished && found.length === 0;
  return (
    <Panel title={t("history:data.done_title")}>
      <Stack gap="sm" className={classes.padded} role="status">
        <div>
          <StateBadge tone={clean ? "talking" : "late"}>{t(clean ? "history:data.done" : finished ? "history:data.done_but" : "history:data.unfinished")}</StateBadge>
        </div>
        <Text>{t("history:data.done_words", { count: files, n: format.number(files) })}</Text>
        {!finished && <Text>{t("history:data.unfinished_words")}</Text>}
        {found.length > 0 && (
          <>
            <Text>{t("history:data.found_words", { count: found.length })}</Text>
            <ul className={classes.points}>
              {found.map((file) => (
                <li key={file}>
                  <code>{file}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        <Text size="sm" c="dimmed">
          {t("history:data.outside")}
        </Text>
        <Group>
          <Button variant="default" component={Link} to="/history">
            {t("history:data.back")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
