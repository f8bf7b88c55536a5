// Adds a user: who they are, what they may do, and whether they take calls; then their password.

import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "@/api/session";
import { useSession } from "@/api/useSession";
import { LANGUAGES, language, type Language } from "@/i18n";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { PasswordShown } from "./PasswordShown";
import { rolesGrantedBy, type Person } from "./people";
import { USERS, addUser, type NewUser } from "./queries";

interface Props {
  opened: boolean;
  close: () => void;
  people: readonly Person[];
  /** The agent who shall have an account. */
  agentId?: string;
}

export function AddUser({ opened, close, people, agentId }: Props) {
  const t = useWords();
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: addUser,
    onSuccess: () => queries.invalidateQueries({ queryKey: USERS }),
  });
  const leave = () => {
    adding.reset();
    close();
  };
  return (
    <Dialog title={t(adding.isSuccess ? "people:password.title" : "people:add.title")} opened={opened} close={leave} insists={adding.isSuccess}>
      {adding.isSuccess ? (
        <PasswordShown made={adding.data} onDone={leave} />
      ) : (
        <Form
          people={people}
          agentId={agentId}
          error={adding.error}
          isPending={adding.isPending}
          add={(wanted) => {
            adding.mutate(wanted);
          }}
          cancel={leave}
        />
      )}
    </Dialog>
  );
}

const KINDS = ["new", "existing", "none"] as const;
interface OnPhone {
  kind: (typeof KINDS)[number];
  phone: "browser" | "desk";
  agentId: string | null;
}
const EMAIL = /^\s*[^@\s]+@[^@\s]+\s*$/;

interface FormProps {
  people: readonly Person[];
  agentId: string | undefined;
  error: unknown;
  isPending: boolean;
  add: (wanted: NewUser) => void;
  cancel: () => void;
}

function Form({ people, agentId, error, isPending, add, cancel }: FormProps) {
  const t = useWords();
  const { session } = useSession();
  const agents = people.filter(({ user }) => user === null);
  const known = agents.find(({ id }) => id === agentId);
  const [values, put] = useState({ name: known?.name ?? "", email: "" });
  const [role, chooseRole] = useState<Role>("agent");
  const [spoken, choose] = useState<Language>(language());
  const [wanted, want] = useState<OnPhone>({
    kind: agentId === undefined ? "new" : "existing",
    phone: "browser",
    agentId: agentId ?? null,
  });
  const [asked, ask] = useState(false);
  const name = values.name.trim();
  const wrong = { name: name === "", email: !EMAIL.test(values.email), agent: wanted.kind === "existing" && wanted.agentId === null };
  const send = () => {
    ask(true);
    if (wrong.name || wrong.email || wrong.agent) return;
    const { kind, phone } = wanted;
    const who =
      kind === "new"
        ? { new_agent: { name, phone, language: spoken, wrap_up_seconds: 0 } }
        : { agent_id: kind === "existing" ? wanted.agentId : null };
    add({ name, email: values.email.trim(), role, language: spoken, ...who });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        {(["name", "email"] as const).map((field) => (
          <TextInput
            key={field}
            required
            data-autofocus={field === "name" || undefined}
            type={field === "email" ? "email" : "text"}
            maxLength={field === "email" ? 254 : 100}
            label={t(`people:add.${field}`)}
            error={asked && wrong[field] ? t(`people:add.bad_${field}`) : undefined}
            value={values[field]}
            onChange={(event) => {
              put({ ...values, [field]: event.currentTarget.value });
            }}
          />
        ))}
        <Select
          label={t("people:add.role")}
          description={t(`people:role_words.${role}`)}
          data={rolesGrantedBy(session.user.role).map((value) => ({ value, label: t(`user.role_${value}`) }))}
          value={role}
          onChange={(value) => {
            chooseRole(value as Role);
            if (value === "agent" && wanted.kind === "none") want({ ...wanted, kind: "new" });
          }}
        />
        <OnThePhone role={role} agents={agents} wanted={wanted} want={want} isWrong={asked && wrong.agent} />
        <Select
          label={t("people:add.language")}
          data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
          value={spoken}
          onChange={(value) => {
            choose(value as Language);
          }}
        />
        <Problem error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={isPending}>
            {t("people:add.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface OnThePhoneProps {
  role: Role;
  agents: readonly Person[];
  wanted: OnPhone;
  want: (wanted: OnPhone) => void;
  isWrong: boolean;
}

/** Whether they take calls, as whom, and where these ring. */
function OnThePhone({ role, agents, wanted, want, isWrong }: OnThePhoneProps) {
  const t = useWords();
  const { kind, phone } = wanted;
  return (
    <>
      <Select
        label={t("people:add.phone")}
        data={KINDS.filter((value) => value !== "none" || role !== "agent").map((value) => ({
          value,
          label: t(`people:add.phone_${value}`),
          disabled: value === "existing" && agents.length === 0,
        }))}
        value={kind}
        onChange={(value) => {
          want({ ...wanted, kind: value as OnPhone["kind"] });
        }}
      />
      {kind === "new" && (
        <Select
          label={t("people:add.rings")}
          description={t(`people:agent.phone_${phone}`)}
          data={(["browser", "desk"] as const).map((value) => ({ value, label: t(`people:phone.${value}`) }))}
          value={phone}
          onChange={(value) => {
            want({ ...wanted, phone: value as OnPhone["phone"] });
          }}
        />
      )}
      {kind === "existing" && (
        <Select
          label={t("people:add.agent")}
          error={isWrong ? t("people:add.bad_agent") : undefined}
          data={agents.map((each) => ({ value: each.id, label: each.name }))}
          value={wanted.agentId}
          onChange={(id) => {
            want({ ...wanted, agentId: id });
          }}
        />
      )}
    </>
  );
}
