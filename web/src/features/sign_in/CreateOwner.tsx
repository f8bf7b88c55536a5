// The first run: whoever comes first creates the owner.

import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { createOwner } from "@/api/session";
import { language } from "@/i18n";
import { Problem } from "@/ui/Problem";
import { useFields } from "./useFields";

export function CreateOwner({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation("sign_in");
  const { values, field } = useFields({ name: "", email: "", password: "" });
  const creating = useMutation({ mutationFn: createOwner, onSuccess: onSignedIn });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate({ ...values, language: language() });
      }}
    >
      <Stack>
        <Title order={2}>{t("setup_title")}</Title>
        <Text size="sm" c="dimmed">
          {t("setup_words")}
        </Text>
        <TextInput autoComplete="name" required label={t("name")} {...field("name")} />
        <TextInput type="email" autoComplete="username" required label={t("email")} {...field("email")} />
        <PasswordInput
          autoComplete="new-password"
          required
          minLength={12}
          label={t("new_password")}
          description={t("new_password_words")}
          {...field("password")}
        />
        <Problem error={creating.error} />
        <Button type="submit" size="md" loading={creating.isPending}>
          {t("create")}
        </Button>
      </Stack>
    </form>
  );
}
