// Adds a team, or changes its name and members.

import { Button, Group, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { TEAMS, addTeam, saveTeam, type TeamSettings, type TeamView } from "../queries";

interface Props {
  team: TeamView | "new" | null;
  numbers: readonly string[];
  close: () => void;
}

export function TeamDialog({ team, numbers, close }: Props) {
  const t = useWords();
  const isNew = team === "new";
  return (
    <Dialog title={t(isNew ? "people:teams.add" : "people:teams.edit_title")} opened={team !== null} close={close}>
      {team !== null && <Form key={isNew ? "new" : team.id} team={isNew ? null : team} numbers={numbers} close={close} />}
    </Dialog>
  );
}

function Form({ team, numbers, close }: { team: TeamView | null; numbers: readonly string[]; close: () => void }) {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const agents = useLive((live) => live.agents);
  const [wanted, want] = useState<TeamSettings>(team?.settings ?? { name: "", members: [] });
  const [asked, ask] = useState(false);
  const name = wanted.name.trim();
  const saving = useMutation({
    mutationFn: (settings: TeamSettings) => (team === null ? addTeam(settings) : saveTeam(team.id, settings)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: TEAMS });
      close();
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask(true);
        if (name !== "") saving.mutate({ ...wanted, name });
      }}
    >
      <Stack>
        <TextInput
          required
          data-autofocus
          maxLength={100}
          label={t("people:teams.name")}
          error={asked && name === "" ? t("people:teams.bad_name") : undefined}
          value={wanted.name}
          onChange={(event) => {
            want({ ...wanted, name: event.currentTarget.value });
          }}
        />
        <MultiSelect
          searchable
          label={t("people:teams.members")}
          description={t("people:teams.impact")}
          placeholder={t("people:teams.placeholder")}
          nothingFoundMessage={t("people:teams.nobody")}
          data={[...agents.values()].map((agent) => ({ value: agent.id, label: agent.name }))}
          value={[...wanted.members]}
          onChange={(members) => {
            want({ ...wanted, members });
          }}
        />
        {team !== null && (
          <Text size="sm" c="dimmed">
            {t("people:teams.stays")}
          </Text>
        )}
        {wanted.members.length === 0 && numbers.length > 0 && (
          <Text size="sm" role="status">
            {t("people:teams.empty_rung", { numbers: format.list(numbers) })}
          </Text>
        )}
        <Problem error={saving.error} />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t(team === null ? "people:teams.submit_add" : "action.save")}
          </Button>
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
