// Signing in: e-mail, password, and the code of the second factor once it is asked for.

import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "@/api/refused";
import { signIn, type Setup } from "@/api/session";
import { Problem } from "@/ui/Problem";
import type { Company } from "./CompanyChoice";
import { useFields } from "./useFields";

const SecondFactor = lazy(async () => ({ default: (await import("./SecondFactor")).SecondFactor }));
const CompanyChoice = lazy(async () => ({ default: (await import("./CompanyChoice")).CompanyChoice }));

interface Props {
  demo: Setup["demo"];
  onSignedIn: () => void;
}

const SECOND_FACTOR = "second-factor-required";
const COMPANY_REQUIRED = "company-required";
const CODE_WRONG = "code-wrong";

export function CredentialsForm({ demo, onSignedIn }: Props) {
  const { t } = useTranslation("sign_in");
  const { values, set, field } = useFields({ email: demo?.email ?? "", password: demo?.password ?? "", code: "" });
  const { email, password, code } = values;
  const [offered, offer] = useState<Offered | null>(null);
  const [company, choose] = useState("");
  const companies = offered?.email === email ? offered.companies : [];
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: onSignedIn,
    onError: (error) => {
      if (isSecondFactor(error) || isWrongCode(error)) need(true);
      if (isCompanyRequired(error)) offer({ email, companies: companiesOf(error) });
    },
  });
  const [needsCode, need] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate({
          email: email.trim(),
          password,
          ...(code === "" ? {} : { code }),
          ...(companies.length === 0 || company === "" ? {} : { company }),
        });
      }}
    >
      <Stack>
        <Title order={2}>{demo === null ? t("title") : t("demo_title")}</Title>
        <Text size="sm" c="dimmed">
          {demo === null ? t("words") : t("demo_words")}
        </Text>
        <TextInput type="email" autoComplete="username" required label={t("email")} {...field("email")} />
        <PasswordInput autoComplete="current-password" required label={t("password")} {...field("password")} />
        {companies.length > 0 && (
          <Suspense>
            <CompanyChoice
              label={t("company")}
              description={t("company_words")}
              companies={companies}
              company={company}
              put={choose}
            />
          </Suspense>
        )}
        {needsCode && (
          <Suspense>
            <SecondFactor
              code={code}
              put={(value) => {
                set("code", value);
              }}
            />
          </Suspense>
        )}
        <Problem error={isSecondFactor(entering.error) || isCompanyRequired(entering.error) ? null : entering.error} />
        <Button type="submit" size="md" loading={entering.isPending}>
          {demo === null ? t("enter") : t("demo_enter")}
        </Button>
      </Stack>
    </form>
  );
}

interface Offered {
  email: string;
  companies: Company[];
}

const companiesOf = (error: Refused) => (error.details as { companies?: Company[] }).companies ?? [];
const isCompanyRequired = (error: unknown): error is Refused =>
  error instanceof Refused && error.code === COMPANY_REQUIRED;
const isSecondFactor = (error: unknown) => error instanceof Refused && error.code === SECOND_FACTOR;
const isWrongCode = (error: unknown) => error instanceof Refused && error.code === CODE_WRONG;
