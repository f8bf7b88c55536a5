// Adds a team, or changes its name and members.

import { Button, Group, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { Clash } from "@/ui/sheet/Clash";
import { LeaveDialog, LeaveGuard } from "@/ui/sheet/LeaveGuard";
import { isChangedMeanwhile, useDraft } from "@/ui/sheet/useChanges";
import { TEAMS, addTeam, saveTeam, type TeamSettings, type TeamView } from "../queries";

interface Props {
  team: TeamView | "new" | null;
  numbers: readonly string[];
  close: () => void;
}

export function TeamDialog({ team, numbers, close }: Props) {
  const t = useWords();
  const isNew = team === "new";
  const [unsaved, note] = useState(false);
  const [leaving, ask] = useState(false);
  const leave = () => {
    note(false);
    ask(false);
    close();
  };
  return (
    <>
      <Dialog
        title={t(isNew ? "people:teams.add" : "people:teams.edit_title")}
        opened={team !== null}
        close={() => {
          if (unsaved) ask(true);
          else close();
        }}
      >
        {team !== null && <Form key={isNew ? "new" : team.id} team={isNew ? null : team} numbers={numbers} close={leave} note={note} />}
      </Dialog>
      <LeaveGuard isUnsaved={unsaved} />
      <LeaveDialog opened={leaving} stay={() => { ask(false); }} go={leave} />
    </>
  );
}

interface FormProps {
  team: TeamView | null;
  numbers: readonly string[];
  close: () => void;
  /** Told whether something is changed and not saved. */
  note: (isUnsaved: boolean) => void;
}

const NOTHING: TeamSettings = { name: "", members: [] };

function Form({ team, numbers, close, note }: FormProps) {
  const t = useWords();
  const format = useFormat();
  const agents = useLive((live) => live.agents);
  const { draft: wanted, change, forget, isChanged, clashes } = useDraft<TeamSettings>(team?.settings ?? NOTHING);
  const [asked, ask] = useState(false);
  const name = wanted.name.trim();
  const saving = useSaving(team, close);
  const isRefused = isChangedMeanwhile(saving.error);
  const isClash = isChanged && (clashes || isRefused);
  const save = () => {
    ask(true);
    if (name !== "") saving.mutate({ ...wanted, name });
  };
  useEffect(() => {
    note(isChanged);
  }, [note, isChanged]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
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
            change({ name: event.currentTarget.value });
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
            change({ members });
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
        {!isRefused && <Problem error={saving.error} />}
        {isClash && (
          <Clash
            isPending={saving.isPending}
            loadTheirs={() => {
              saving.reset();
              forget();
            }}
            saveMine={save}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          {!isClash && (
            <Button type="submit" loading={saving.isPending}>
              {t(team === null ? "people:teams.submit_add" : "action.save")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function useSaving(team: TeamView | null, close: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: TeamSettings) => (team === null ? addTeam(settings) : saveTeam(team, settings)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: TEAMS });
      close();
    },
    onError: () => queries.invalidateQueries({ queryKey: TEAMS }),
  });
}
