// A one-time password, shown this once, with all that its user needs to sign in.

import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./People.module.css";
import type { UserWithPassword } from "./queries";

interface Props {
  made: UserWithPassword;
  onDone: () => void;
}

export function PasswordShown({ made: { user, password }, onDone }: Props) {
  const { t } = useTranslation("people");
  const facts = [
    [t("password.address"), location.origin],
    [t("password.email"), user.email],
    [t("password.password"), password],
  ] as const;
  return (
    <Stack>
      <Text size="sm" role="status">
        {t("password.words", { name: user.name })}
      </Text>
      <dl className={classes.secret}>
        {facts.map(([name, value]) => (
          <FactRow key={name} name={name} value={value} />
        ))}
      </dl>
      <Group gap="xs">
        <CopyButton value={facts.map(([name, value]) => `${name}: ${value}`).join("\n")}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {t(copied ? "password.copied" : "password.copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t("password.done")}</Button>
      </Group>
    </Stack>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
