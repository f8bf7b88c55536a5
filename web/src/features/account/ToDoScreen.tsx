// What somebody must do about their own access before anything else: one thing after the other.

import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "@/api/session";
import { FrontPage } from "@/ui/FrontPage";
import { FactorSetup } from "./FactorSetup";
import { PasswordForm } from "./PasswordForm";

interface Props {
  session: Session;
  /** Have it asked anew who is signed in, and what is left to do. */
  onDone: (session?: Session) => void;
  leave: () => void;
}

export function ToDoScreen({ session, onDone, leave }: Props) {
  const { t } = useTranslation("account");
  const [steps] = useState(session.to_do.length);
  const [password, know] = useState<string>();
  const left = session.to_do;
  const [first] = left;
  if (first === undefined) return null;
  return (
    <FrontPage title={t("to_do.title")}>
      <Stack>
        <Stack gap={4}>
          {steps > 1 && (
            <Text size="sm" c="dimmed" aria-live="polite">
              {t("to_do.step", { step: steps - left.length + 1, steps })}
            </Text>
          )}
          <Title order={2}>{t(`to_do.${first}`)}</Title>
          <Text size="sm" c="dimmed">
            {t(`to_do.${first}_words`)}
          </Text>
        </Stack>
        {first === "change-password" ? (
          <PasswordForm
            oneTime
            email={session.user.email ?? ""}
            onChanged={(changed, chosen) => {
              know(chosen);
              onDone(changed);
            }}
          />
        ) : (
          <FactorSetup
            password={password}
            onDone={() => {
              onDone();
            }}
          />
        )}
        <Group justify="flex-end">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>
            {t("to_do.leave")}
          </Button>
        </Group>
      </Stack>
    </FrontPage>
  );
}
