// One's own account: who one is, language and looks, password, second factor, open sessions.

import { Button, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isOperator, type Session } from "@/api/session";
import { useSession } from "@/api/useSession";
import { LANGUAGES, language, speak } from "@/i18n";
import { useWords } from "@/i18n/words";
import { useAgent, useAgentName } from "@/live/hooks";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { Sessions } from "@/ui/Sessions";
import classes from "./Account.module.css";
import { FactorPanel } from "./FactorPanel";
import { PasswordForm } from "./PasswordForm";
import { RingsOn } from "./RingsOn";
import { SESSION, changeLanguage, type Language } from "./queries";

const WIDTH = 780;

export function AccountScreen() {
  const t = useWords();
  const { session, agentId } = useSession();
  const agent = useAgent(agentId);
  if (isOperator(session)) {
    return (
      <Screen title={t("account:title")} width={WIDTH}>
        <Panel title={t("account:operator_title")}>
          <Text p="md">{t("account:operator_words")}</Text>
        </Panel>
      </Screen>
    );
  }
  return (
    <Screen title={t("account:title")} width={WIDTH}>
      <Profile session={session} />
      {agent !== undefined && <RingsOn agent={agent} />}
      <Looks />
      <PasswordPanel session={session} />
      <FactorPanel />
      <Panel title={t("account:sessions.title")}>
        <Sessions />
      </Panel>
    </Screen>
  );
}

function Profile({ session }: { session: Session }) {
  const t = useWords();
  const agentName = useAgentName();
  const { name, email, role, agent_id } = session.user;
  const facts = {
    name,
    email,
    role: t(`user.role_${role}`),
    agent: agent_id === null ? t("account:profile.no_agent") : agentName(agent_id),
    company: session.company.name,
  };
  return (
    <Panel title={t("account:profile.title")}>
      <Stack p="md">
        <dl className={classes.facts}>
          {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => (
            <div key={fact} className={classes.fact}>
              <dt>{t(`account:profile.${fact}`)}</dt>
              <dd>{facts[fact]}</dd>
            </div>
          ))}
        </dl>
        <Text size="sm" c="dimmed">
          {t("account:profile.words")}
        </Text>
      </Stack>
    </Panel>
  );
}

function Looks() {
  const t = useWords();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const changing = useMutation({
    mutationFn: changeLanguage,
    onSuccess: (session) => {
      queries.setQueryData(SESSION, session);
      void speak(session.user.language);
    },
  });
  return (
    <Panel title={t("account:looks.title")}>
      <Stack p="md">
        <div className={classes.choice}>
          <Text size="sm" fw={500} id="account-language">
            {t("user.language")}
          </Text>
          <SegmentedControl
            aria-labelledby="account-language"
            value={language()}
            onChange={(wanted) => {
              changing.mutate(wanted as Language);
            }}
            data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t("account:looks.language_words")}
          </Text>
          <Problem error={changing.error} />
        </div>
        <div className={classes.choice}>
          <Text size="sm" fw={500} id="account-theme">
            {t("user.theme")}
          </Text>
          <SegmentedControl
            aria-labelledby="account-theme"
            value={colorScheme}
            onChange={setColorScheme}
            data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: t(`user.theme_${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t("account:looks.theme_words")}
          </Text>
        </div>
      </Stack>
    </Panel>
  );
}

function PasswordPanel({ session }: { session: Session }) {
  const t = useWords();
  const queries = useQueryClient();
  const [phase, put] = useState<"resting" | "changing" | "changed">("resting");
  return (
    <Panel title={t("account:password.title")}>
      <Stack p="md" align="flex-start">
        {phase === "changed" ? (
          <Text role="status">{t("account:password.changed")}</Text>
        ) : (
          <Text size="sm" c="dimmed">
            {t("account:password.words")}
          </Text>
        )}
        {phase === "changing" ? (
          <PasswordForm
            email={session.user.email ?? ""}
            onChanged={() => {
              put("changed");
              void queries.invalidateQueries({ queryKey: ["sessions"] });
            }}
            cancel={() => {
              put("resting");
            }}
          />
        ) : (
          <Button
            variant="default"
            onClick={() => {
              put("changing");
            }}
          >
            {t("account:password.change")}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
