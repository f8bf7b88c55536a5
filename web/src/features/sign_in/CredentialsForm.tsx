// Signing in: e-mail, password, and the code of the second factor once it is asked for.

import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "@/api/refused";
import { signIn, type Setup } from "@/api/session";
import { Problem } from "@/ui/Problem";
import { useFields } from "./useFields";

const SecondFactor = lazy(async () => ({ default: (await import("./SecondFactor")).SecondFactor }));

interface Props {
  demo: Setup["demo"];
  onSignedIn: () => void;
}

const SECOND_FACTOR = "second-factor-required";
const CODE_WRONG = "code-wrong";

export function CredentialsForm({ demo, onSignedIn }: Props) {
  const { t } = useTranslation("sign_in");
  const { values, set, field } = useFields({ email: demo?.email ?? "", password: demo?.password ?? "", code: "" });
  const { email, password, code } = values;
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  const needsCode = code !== "" || isSecondFactor(entering.error) || isWrongCode(entering.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate({ email: email.trim(), password, ...(code === "" ? {} : { code }) });
      }}
    >
      <Stack>
        <Title order={2}>{demo === null ? t("title") : t("demo_title")}</Title>
        <Text size="sm" c="dimmed">
          {demo === null ? t("words") : t("demo_words")}
        </Text>
        <TextInput type="email" autoComplete="username" required label={t("email")} {...field("email")} />
        <PasswordInput autoComplete="current-password" required label={t("password")} {...field("password")} />
        {needsCode && (
          <Stack gap={4} role="group" aria-labelledby="second-factor">
            <Text size="sm" fw={500} id="second-factor">
              {t("code")}
            </Text>
            <Suspense>
              <SecondFactor
                label={t("code")}
                code={code}
                put={(value) => {
                  set("code", value);
                }}
              />
            </Suspense>
            <Text size="xs" c="dimmed">
              {t("code_words")}
            </Text>
          </Stack>
        )}
        <Problem error={isSecondFactor(entering.error) ? null : entering.error} />
        <Button type="submit" size="md" loading={entering.isPending}>
          {demo === null ? t("enter") : t("demo_enter")}
        </Button>
      </Stack>
    </form>
  );
}

const isSecondFactor = (error: unknown) => error instanceof Refused && error.code === SECOND_FACTOR;
const isWrongCode = (error: unknown) => error instanceof Refused && error.code === CODE_WRONG;
