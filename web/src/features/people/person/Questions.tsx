// Asks before somebody's access changes: what happens to them, and to their calls.

import { Button, Group, List, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { PasswordShown } from "../PasswordShown";
import type { Person } from "../people";
import { deactivate, resetFactor, resetPassword, useKeepUser, type UserView } from "../queries";

export type Question = "reset" | "factor" | "deactivate";

interface Props {
  question: Question | null;
  person: Person;
  user: UserView;
  leave: () => void;
}

export function Questions({ question, person, user, leave }: Props) {
  const t = useWords();
  const keep = useKeepUser();
  const resetting = useMutation({ mutationFn: () => resetPassword(user.id), onSuccess: ({ user: changed }) => keep(changed) });
  const acting = useMutation({
    mutationFn: () => (question === "factor" ? resetFactor(user.id) : deactivate(user.id)),
    onSuccess: async (changed) => {
      await keep(changed);
      leave();
    },
  });
  const close = () => {
    resetting.reset();
    acting.reset();
    leave();
  };
  const { name } = user;
  return (
    <>
      <Dialog
        title={resetting.isSuccess ? t("people:password.title") : t("people:ask.reset_title", { name })}
        opened={question === "reset"}
        close={close}
        insists={resetting.isSuccess}
      >
        {resetting.isSuccess ? (
          <PasswordShown made={resetting.data} onDone={close} />
        ) : (
          <Ask
            sentences={[t("people:ask.reset_words")]}
            does={t("people:security.password_reset")}
            doing={resetting}
            act={() => {
              resetting.mutate();
            }}
            close={close}
          />
        )}
      </Dialog>
      <Dialog title={t("people:ask.factor_title", { name })} opened={question === "factor"} close={close}>
        <Ask
          sentences={[t("people:ask.factor_words"), ...(user.second_factor_required ? [t("people:ask.factor_required")] : [])]}
          does={t("people:security.factor_reset")}
          doing={acting}
          act={() => {
            acting.mutate();
          }}
          close={close}
        />
      </Dialog>
      <Dialog title={t("people:ask.deactivate_title", { name })} opened={question === "deactivate"} close={close}>
        <Deactivate
          person={person}
          user={user}
          doing={acting}
          act={() => {
            acting.mutate();
          }}
          close={close}
        />
      </Dialog>
    </>
  );
}

interface Doing {
  isPending: boolean;
  error: unknown;
}

interface ActProps {
  doing: Doing;
  act: () => void;
  close: () => void;
}

function Deactivate({ person: { agent }, user, ...asking }: ActProps & { person: Person; user: UserView }) {
  const t = useWords();
  const sentences = [
    ...(user.sessions === 0 ? [] : [t("people:ask.deactivate_signed", { count: user.sessions })]),
    ...(agent === null ? [] : [t("people:ask.deactivate_agent", { agent: agent.name })]),
    ...(agent?.conversation == null ? [] : [t("people:ask.deactivate_talking", { agent: agent.name })]),
    t("people:ask.deactivate_kept"),
  ];
  return <Ask sentences={sentences} does={t("people:security.deactivate")} {...asking} />;
}

function Ask({ sentences, does, doing, act, close }: ActProps & { sentences: readonly string[]; does: string }) {
  const t = useWords();
  return (
    <Stack>
      <List size="sm" spacing="xs">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Problem error={doing.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close} data-autofocus>
          {t("people:ask.cancel")}
        </Button>
        <Button color="red.9" loading={doing.isPending} onClick={act}>
          {does}
        </Button>
      </Group>
    </Stack>
  );
}
