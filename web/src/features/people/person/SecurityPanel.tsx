// How somebody gets in, and what an admin can do when they cannot, or should not.

import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useSession } from "@/api/useSession";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import classes from "../People.module.css";
import type { Person } from "../people";
import { activate, liftWaits, useKeepUser, type UserView } from "../queries";
import { Questions, type Question } from "./Questions";

interface Props {
  person: Person;
  user: UserView;
  mayChange: boolean;
}

export function SecurityPanel({ person, user, mayChange }: Props) {
  const t = useWords();
  const format = useFormat();
  const { session } = useSession();
  const keep = useKeepUser();
  const [question, ask] = useState<Question | null>(null);
  const doing = useMutation({ mutationFn: (act: (id: string) => Promise<UserView>) => act(user.id), onSuccess: keep });
  if (user.id === session.user.id) {
    return (
      <Panel title={t("people:security.title")}>
        <Text p="md">
          {t("people:security.own_words")}{" "}
          <Link to="/account" className={classes.link}>
            {t("people:security.own_link")}
          </Link>
        </Text>
      </Panel>
    );
  }
  const factor = user.second_factor ? "on" : user.second_factor_required ? "missing" : "off";
  return (
    <Panel title={t("people:security.title")}>
      <Problem error={doing.error} />
      <Fact name={t("people:security.password")} words={t(user.password_to_be_changed ? "people:security.password_one_time" : "people:security.password_own")}>
        {mayChange && (
          <Button size="xs" variant="default" onClick={() => { ask("reset"); }}>
            {t("people:security.password_reset")}
          </Button>
        )}
      </Fact>
      <Fact name={t("people:security.factor")} words={t(`people:security.factor_${factor}`)}>
        {mayChange && user.second_factor && (
          <Button size="xs" variant="default" onClick={() => { ask("factor"); }}>
            {t("people:security.factor_reset")}
          </Button>
        )}
      </Fact>
      {user.waits_until !== null && (
        <Fact name={t("people:security.waits")} words={t("people:security.waits_until", { time: format.time(user.waits_until, true) })}>
          {mayChange && (
            <Button size="xs" variant="default" loading={doing.isPending} onClick={() => { doing.mutate(liftWaits); }}>
              {t("people:security.waits_lift")}
            </Button>
          )}
        </Fact>
      )}
      <Fact name={t("people:security.active")} words={t(user.active ? "people:security.active_yes" : "people:security.active_no")}>
        {mayChange && user.active && (
          <Button size="xs" variant="default" onClick={() => { ask("deactivate"); }}>
            {t("people:security.deactivate")}
          </Button>
        )}
        {mayChange && !user.active && (
          <Button size="xs" loading={doing.isPending} onClick={() => { doing.mutate(activate); }}>
            {t("people:security.activate")}
          </Button>
        )}
      </Fact>
      <Questions question={question} person={person} user={user} leave={() => { ask(null); }} />
    </Panel>
  );
}

function Fact({ name, words, children }: { name: string; words: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <div className={classes.words}>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {words}
        </Text>
      </div>
      {children}
    </div>
  );
}
