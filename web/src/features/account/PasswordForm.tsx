// Another password in the place of the present one; what is wrong is said beside its field.

import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "@/api/refused";
import type { Session } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { useProblemWords } from "@/ui/problem";
import { changePassword } from "./queries";

interface Props {
  email: string;
  /** Whether the present one was given by somebody else. */
  oneTime?: boolean;
  onChanged: (session: Session, password: string) => void;
  cancel?: () => void;
}

const WEAK = ["too-short", "too-long", "too-uniform", "too-common", "about-its-user", "same-as-before"] as const;
type Weakness = (typeof WEAK)[number];

export function PasswordForm({ email, oneTime = false, onChanged, cancel }: Props) {
  const t = useWords();
  const words = useProblemWords();
  const [present, putPresent] = useState("");
  const [wanted, want] = useState("");
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: (session) => {
      onChanged(session, wanted);
    },
  });
  const { error } = changing;
  const isWrong = isRefused(error, "password-wrong");
  const weakness = weaknessOf(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        changing.mutate({ password: present, new_password: wanted });
      }}
    >
      <Stack maw={420}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          required
          autoComplete="current-password"
          label={t(oneTime ? "account:password.one_time" : "account:password.current")}
          description={oneTime ? t("account:password.one_time_words") : undefined}
          error={isWrong ? words(error) : undefined}
          value={present}
          onChange={(event) => {
            putPresent(event.currentTarget.value);
          }}
        />
        <PasswordInput
          required
          autoComplete="new-password"
          label={t("account:password.new")}
          description={t("account:password.new_words")}
          error={weakness === null ? undefined : weakness === "other" ? words(error) : t(`account:weak.${weakness}`)}
          value={wanted}
          onChange={(event) => {
            want(event.currentTarget.value);
          }}
        />
        <Problem error={isWrong || weakness !== null ? null : error} />
        <Group justify="flex-end">
          {cancel !== undefined && (
            <Button variant="default" onClick={cancel}>
              {t("action.cancel")}
            </Button>
          )}
          <Button type="submit" loading={changing.isPending}>
            {t("account:password.set")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isRefused = (error: unknown, code: string): error is Refused => error instanceof Refused && error.code === code;

function weaknessOf(error: unknown): Weakness | "other" | null {
  if (!isRefused(error, "password-too-weak")) return null;
  return WEAK.find((each) => each === error.details["problem"]) ?? "other";
}
