// A secret that is shown this once, with a button that copies it.

import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useId } from "react";
import { useWords } from "@/i18n/words";
import classes from "./Integrations.module.css";

interface Props {
  label: string;
  secret: string;
  words: string;
  close: () => void;
}

export function ShownOnce({ label, secret, words, close }: Props) {
  const t = useWords();
  const id = useId();
  return (
    <Stack gap="sm">
      <Text size="sm" fw={550} id={id}>
        {label}
      </Text>
      <code className={classes.code} aria-labelledby={id} role="textbox" aria-readonly tabIndex={0}>
        {secret}
      </code>
      <Text size="sm">{words}</Text>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              data-autofocus
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? t("action.copied") : t("integrations:once.copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t("integrations:once.kept")}</Button>
      </Group>
    </Stack>
  );
}
