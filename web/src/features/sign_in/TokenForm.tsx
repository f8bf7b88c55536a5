// Entering with the installation's own token, where there are no users to sign in as.

import { Button, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readSession } from "@/api/session";
import { keepToken } from "@/api/token";
import { Problem } from "@/ui/Problem";

export function TokenForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation("sign_in");
  const [given, give] = useState("");
  const entering = useMutation({
    mutationFn: async (token: string) => {
      keepToken(token);
      return (await readSession()) !== null;
    },
    onSuccess: (known) => {
      if (known) onSignedIn();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate(given.trim());
      }}
    >
      <Stack>
        <Title order={2}>{t("token_title")}</Title>
        <Text size="sm" c="dimmed">
          {t("token_words")}
        </Text>
        <PasswordInput
          required
          autoComplete="off"
          label={t("token")}
          value={given}
          error={entering.data === false ? t("token_wrong") : undefined}
          onChange={(event) => {
            give(event.currentTarget.value);
          }}
        />
        <Problem error={entering.error} />
        <Button type="submit" size="md" loading={entering.isPending}>
          {t("token_enter")}
        </Button>
      </Stack>
    </form>
  );
}
