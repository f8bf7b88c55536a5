// The teams in which somebody is: each change is a change of that team.

import { MultiSelect, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { TEAMS, TEAMS_QUERY, saveTeam, type TeamView } from "../queries";
import { SaveRow } from "./SaveRow";

interface Props {
  agent: AgentView;
  teams: readonly TeamView[];
  mayChange: boolean;
}

export function TeamsPanel({ agent, teams, mayChange }: Props) {
  const t = useWords();
  const queries = useQueryClient();
  const saved = teams.filter(({ settings }) => settings.members.includes(agent.id)).map(({ id }) => id);
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const wanted = chosen ?? saved;
  const isIn = (teamId: string) => wanted.includes(teamId);
  const changed = teams.filter(({ id }) => isIn(id) !== saved.includes(id));
  const saving = useMutation({
    mutationFn: async () => {
      const fresh = await queries.fetchQuery({ ...TEAMS_QUERY, staleTime: 0 });
      for (const team of fresh.filter(({ id }) => changed.some((each) => each.id === id))) {
        const others = team.settings.members.filter((each) => each !== agent.id);
        await saveTeam(team, { ...team.settings, members: isIn(team.id) ? [...others, agent.id] : others });
      }
    },
    onSuccess: () => {
      choose(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: TEAMS }),
  });
  return (
    <Panel title={t("people:teams_of.title")}>
      <Stack p="md">
        <MultiSelect
          searchable
          disabled={!mayChange}
          aria-label={t("people:teams_of.label", { name: agent.name })}
          description={t("people:teams_of.help")}
          placeholder={wanted.length === 0 ? t("people:teams_of.none") : undefined}
          data={teams.map(({ id, settings }) => ({ value: id, label: settings.name }))}
          value={[...wanted]}
          onChange={choose}
        />
        <SaveRow
          isChanged={changed.length > 0}
          isSaved={saving.isSuccess}
          isPending={saving.isPending}
          error={saving.error}
          save={() => {
            saving.mutate();
          }}
          discard={() => {
            saving.reset();
            choose(null);
          }}
        />
      </Stack>
    </Panel>
  );
}
