// What a user is: name, address, role with its scope, and which agent.

import { Button, MultiSelect, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSession } from "@/api/useSession";
import { LANGUAGES } from "@/i18n";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { Panel } from "@/ui/Panel";
import { useDraft } from "@/ui/sheet/useChanges";
import { AddUser } from "../AddUser";
import { rolesGrantedBy, type Person } from "../people";
import { USERS, changeUser, useKeepUser, type LineView, type TeamView, type UserDraft, type UserView } from "../queries";
import { SaveRow } from "./SaveRow";

interface Props {
  user: UserView;
  people: readonly Person[];
  teams: readonly TeamView[];
  lines: readonly LineView[];
  mayChange: boolean;
}

const NOBODY = "";

export function AccountPanel({ user, people, teams, lines, mayChange }: Props) {
  const t = useWords();
  const { session } = useSession();
  const keep = useKeepUser();
  const queries = useQueryClient();
  const { email, name, language, role, agent_id, supervises } = user;
  const { draft, change, forget, isChanged, clashes } = useDraft<UserDraft>({ email, name, language, role, agent_id, supervises });
  const saving = useMutation({
    mutationFn: (wanted: UserDraft) => changeUser(user, wanted),
    onSuccess: async (changed) => {
      await keep(changed);
      forget();
    },
    onError: () => queries.invalidateQueries({ queryKey: USERS }),
  });
  const isOwn = user.id === session.user.id;
  const roles = [...new Set([...rolesGrantedBy(session.user.role), role])];
  return (
    <Panel title={t("people:account.title")}>
      <Stack p="md">
        {(["name", "email"] as const).map((field) => (
          <TextInput
            key={field}
            maw={420}
            disabled={!mayChange}
            type={field === "email" ? "email" : "text"}
            maxLength={field === "email" ? 254 : 100}
            label={t(`people:add.${field}`)}
            value={draft[field]}
            onChange={(event) => {
              change({ [field]: event.currentTarget.value });
            }}
          />
        ))}
        <Select
          maw={420}
          disabled={!mayChange || isOwn}
          label={t("people:add.role")}
          description={isOwn ? t("people:account.own_role") : t(`people:role_words.${draft.role}`)}
          data={roles.map((value) => ({ value, label: t(`user.role_${value}`) }))}
          value={draft.role}
          onChange={(value) => {
            change({ role: value as UserDraft["role"] });
          }}
        />
        {draft.role === "supervisor" && <Scope draft={draft} change={change} teams={teams} lines={lines} disabled={!mayChange} />}
        <AgentChoice user={user} draft={draft} change={change} people={people} disabled={!mayChange} />
        <Select
          maw={420}
          disabled={!mayChange}
          label={t("people:add.language")}
          data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
          value={draft.language ?? "en"}
          onChange={(value) => {
            change({ language: value as "en" | "fr" });
          }}
        />
        <SaveRow
          isChanged={isChanged}
          clashes={clashes}
          isSaved={saving.isSuccess}
          isPending={saving.isPending}
          error={saving.error}
          save={() => {
            saving.mutate(draft);
          }}
          discard={() => {
            saving.reset();
            forget();
          }}
        />
      </Stack>
    </Panel>
  );
}

interface PartProps {
  draft: UserDraft;
  change: (told: Partial<UserDraft>) => void;
  disabled: boolean;
}

function Scope({ draft, change, teams, lines, disabled }: PartProps & Pick<Props, "teams" | "lines">) {
  const t = useWords();
  const scope = draft.supervises ?? null;
  return (
    <Stack gap="xs" maw={420}>
      <Select
        disabled={disabled}
        label={t("people:account.scope")}
        data={(["all", "some"] as const).map((value) => ({ value, label: t(`people:account.scope_${value}`) }))}
        value={scope === null ? "all" : "some"}
        onChange={(value) => {
          change({ supervises: value === "all" ? null : { lines: [], teams: [] } });
        }}
      />
      {scope !== null && (
        <>
          <MultiSelect
            disabled={disabled}
            searchable
            label={t("people:account.lines")}
            data={lines.map(({ id, settings }) => ({ value: id, label: settings.name }))}
            value={[...(scope.lines ?? [])]}
            onChange={(value) => {
              change({ supervises: { ...scope, lines: value } });
            }}
          />
          <MultiSelect
            disabled={disabled}
            searchable
            label={t("people:account.teams")}
            data={teams.map(({ id, settings }) => ({ value: id, label: settings.name }))}
            value={[...(scope.teams ?? [])]}
            onChange={(value) => {
              change({ supervises: { ...scope, teams: value } });
            }}
          />
        </>
      )}
    </Stack>
  );
}

function AgentChoice({ user, draft, change, people, disabled }: PartProps & Pick<Props, "user" | "people">) {
  const t = useWords();
  const agentName = useAgentName();
  const free = people.flatMap(({ agent, user: holder }) => (agent !== null && (holder === null || holder.id === user.id) ? [agent] : []));
  const leaves = user.agent_id !== null && draft.agent_id !== user.agent_id;
  return (
    <Select
      maw={420}
      disabled={disabled}
      searchable={free.length > 10}
      label={t("people:account.agent")}
      description={leaves ? t("people:account.agent_change", { agent: agentName(user.agent_id) }) : t("people:account.agent_help")}
      data={[
        { value: NOBODY, label: t("people:account.agent_nobody"), disabled: draft.role === "agent" },
        ...free.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={draft.agent_id ?? NOBODY}
      onChange={(value) => {
        change({ agent_id: value === NOBODY ? null : value });
      }}
    />
  );
}

/** Of an agent with whom nobody signs in. */
export function NoAccountPanel({ person, people }: { person: Person; people: readonly Person[] }) {
  const t = useWords();
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <Panel title={t("people:account.none_title")}>
      <Stack p="md" align="flex-start">
        <Text size="sm">{t("people:account.none_words", { name: person.name })}</Text>
        <Button onClick={open}>{t("people:account.invite")}</Button>
      </Stack>
      <AddUser opened={adding} close={close} people={people} agentId={person.id} />
    </Panel>
  );
}
