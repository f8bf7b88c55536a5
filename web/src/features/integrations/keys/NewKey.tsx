// A new key: what it is for, what it may do and where; then its token, this once.

import { Button, Group, MultiSelect, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Role } from "@/api/session";
import { useSession } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { ShownOnce } from "../ShownOnce";
import { useLines, useTeams } from "../names";
import { useMakeKey, type KeyDraft } from "./queries";

const RANK: readonly Role[] = ["agent", "supervisor", "admin", "owner"];

interface Props {
  opened: boolean;
  close: () => void;
}

export function NewKey({ opened, close }: Props) {
  const t = useWords();
  const [token, show] = useState<string | null>(null);
  const end = () => {
    show(null);
    close();
  };
  return (
    <Dialog opened={opened} close={end} insists={token !== null} title={t(token === null ? "integrations:keys.new" : "integrations:keys.made_title")}>
      {token === null ? (
        <Form close={end} made={show} />
      ) : (
        <ShownOnce label={t("integrations:keys.token")} secret={token} words={t("integrations:keys.token_words")} close={end} />
      )}
    </Dialog>
  );
}

function Form({ close, made }: { close: () => void; made: (token: string) => void }) {
  const t = useWords();
  const { session } = useSession();
  const making = useMakeKey();
  const [draft, set] = useState<KeyDraft>({ name: "", role: "supervisor", agent_id: null, supervises: null });
  const change = (part: Partial<KeyDraft>) => {
    set({ ...draft, ...part });
  };
  const ready = draft.name.trim() !== "" && (draft.role !== "agent" || draft.agent_id !== null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(draft, { onSuccess: ({ token }) => { made(token); } });
      }}
    >
      <Stack>
        <TextInput
          label={t("integrations:keys.name")}
          description={t("integrations:keys.name_words")}
          placeholder={t("integrations:keys.name_example")}
          maxLength={100}
          data-autofocus
          value={draft.name}
          onChange={(event) => { change({ name: event.currentTarget.value }); }}
        />
        <Radio.Group label={t("integrations:keys.role")} value={draft.role} onChange={(role) => { change({ role: role as Role, agent_id: null, supervises: null }); }}>
          <Stack gap="xs" mt={6}>
            {RANK.slice(0, RANK.indexOf(session.user.role) + 1).map((role) => (
              <Radio key={role} value={role} label={t(`user.role_${role}`)} description={t(`integrations:keys.role_${role}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {draft.role === "agent" && <AgentChoice value={draft.agent_id ?? null} choose={(agent_id) => { change({ agent_id }); }} />}
        {draft.role === "supervisor" && <ScopeChoice value={draft.supervises ?? null} choose={(supervises) => { change({ supervises }); }} />}
        <Problem error={making.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={making.isPending} disabled={!ready}>
            {t("integrations:keys.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function AgentChoice({ value, choose }: { value: string | null; choose: (id: string | null) => void }) {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  return (
    <Select
      label={t("integrations:keys.agent")}
      description={t("integrations:keys.agent_words")}
      data={[...agents.values()].map(({ id, name }) => ({ value: id, label: name }))}
      comboboxProps={{ withinPortal: false }}
      value={value}
      onChange={choose}
    />
  );
}

type Scope = KeyDraft["supervises"];

function ScopeChoice({ value, choose }: { value: Scope; choose: (scope: Scope) => void }) {
  const t = useWords();
  const lines = useLines();
  const teams = useTeams();
  const scope = { lines: value?.lines ?? [], teams: value?.teams ?? [] };
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t("integrations:keys.where")}
        value={value == null ? "all" : "some"}
        onChange={(where) => { choose(where === "all" ? null : scope); }}
      >
        <Group mt={6}>
          <Radio value="all" label={t("integrations:keys.where_all")} />
          <Radio value="some" label={t("integrations:keys.where_some")} />
        </Group>
      </Radio.Group>
      {value != null && (
        <>
          <MultiSelect
            label={t("integrations:keys.lines")}
            data={(lines.data ?? []).map(({ id, settings }) => ({ value: id, label: settings.name }))}
            comboboxProps={{ withinPortal: false }}
            value={scope.lines}
            onChange={(chosen) => { choose({ ...scope, lines: chosen }); }}
          />
          <MultiSelect
            label={t("integrations:keys.teams")}
            data={(teams.data ?? []).map(({ id, settings }) => ({ value: id, label: settings.name ?? id }))}
            comboboxProps={{ withinPortal: false }}
            value={scope.teams}
            onChange={(chosen) => { choose({ ...scope, teams: chosen }); }}
          />
        </>
      )}
    </Stack>
  );
}
