// Asks for the password once more: an open browser is not its user.

import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "@/ui/Problem";

interface Props {
  does: string;
  error: unknown;
  isPending: boolean;
  isHarm?: boolean;
  onGiven: (password: string) => void;
  cancel?: () => void;
  children?: ReactNode;
}

export function PasswordAgain({ does, error, isPending, isHarm = false, onGiven, cancel, children }: Props) {
  const { t } = useTranslation(["account", "common"]);
  const [password, put] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onGiven(password);
      }}
    >
      <Stack maw={420}>
        {children}
        <PasswordInput
          required
          data-autofocus
          autoComplete="current-password"
          label={t("factor.password")}
          description={t("factor.password_words")}
          value={password}
          onChange={(event) => {
            put(event.currentTarget.value);
          }}
        />
        <Problem error={error} />
        <Group justify="flex-end">
          {cancel !== undefined && (
            <Button variant="default" onClick={cancel}>
              {t("common:action.cancel")}
            </Button>
          )}
          <Button type="submit" loading={isPending} color={isHarm ? "red.9" : undefined}>
            {does}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
