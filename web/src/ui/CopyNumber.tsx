// A phone number in its groups, with a button that copies it.

import { ActionIcon, CopyButton, Group, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { phoneNumber } from "@/i18n/format";

interface Props {
  number: string;
  /** Whether a name stands beside it; where the number itself does, it is not written twice. */
  isNamed?: boolean;
}

export function CopyNumber({ number, isNamed = true }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      {isNamed && (
        <Text span className="figures" c="dimmed">
          {phoneNumber(number)}
        </Text>
      )}
      <CopyButton value={number}>
        {({ copied, copy }) => {
          const words = copied ? t("action.copied") : t("action.copy", { what: phoneNumber(number) });
          return (
            <ActionIcon variant="subtle" color="gray" size={26} onClick={copy} aria-label={words} title={words}>
              {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            </ActionIcon>
          );
        }}
      </CopyButton>
    </Group>
  );
}
