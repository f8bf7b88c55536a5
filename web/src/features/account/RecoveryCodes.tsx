// Recovery codes, shown this once: copied or kept as a file, and then put away.

import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { save } from "@/api/save";
import classes from "./Account.module.css";

interface Props {
  codes: readonly string[];
  onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: Props) {
  const { t } = useTranslation("account");
  const text = codes.join("\n");
  return (
    <Stack>
      <Stack gap={4} role="status">
        <Text fw={600}>{t("factor.codes_title")}</Text>
        <Text size="sm" c="dimmed">
          {t("factor.codes_words")}
        </Text>
      </Stack>
      <ul className={classes.codes} aria-label={t("factor.codes_title")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {t(copied ? "factor.copied" : "factor.copy")}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            save(new Blob([`${text}\n`], { type: "text/plain" }), t("factor.file"));
          }}
        >
          {t("factor.download")}
        </Button>
        <Button onClick={onKept}>{t("factor.kept")}</Button>
      </Group>
    </Stack>
  );
}
