// The teams: who is in each, who of them is free, and which numbers ring it.

import { Button, Text } from "@mantine/core";
import { IconPlus, IconUsersPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import classes from "../People.module.css";
import { PeopleTabs } from "../PeopleTabs";
import { useFreshPeople, useTeamsAndNumbers, type TeamView } from "../queries";
import { TeamDialog } from "./TeamDialog";

const NONE = [] as const;
const NEW: unique symbol = Symbol("new");

export function TeamsScreen() {
  const t = useWords();
  const mayChange = useMay("settings.change");
  const [teams, lines, flows] = useTeamsAndNumbers();
  const [edited, edit] = useState<string | typeof NEW | null>(null);
  useFreshPeople();
  const numbersOf = (teamId: string) => {
    const ringing = (flows.data ?? NONE).filter(({ settings }) =>
      settings.steps.some((step) => step.kind === "ring" && "team_id" in step.target && step.target.team_id === teamId),
    );
    return (lines.data ?? NONE).filter(({ settings }) => ringing.some(({ id }) => id === settings.flow_id)).map(({ settings }) => settings.name);
  };
  const failed = [teams, lines, flows].find(({ error }) => error !== null);
  const shown = [...(teams.data ?? NONE)].sort((one, other) => one.settings.name.localeCompare(other.settings.name));
  const add = () => {
    edit(NEW);
  };
  return (
    <Screen
      title={t("nav.people")}
      beside={
        mayChange && (
          <Button leftSection={<IconUsersPlus size={16} aria-hidden />} onClick={add}>
            {t("people:teams.add")}
          </Button>
        )
      }
    >
      <PeopleTabs shown="teams" />
      {failed !== undefined && <Problem error={failed.error} title={t("problem.load_title")} retry={() => void failed.refetch()} />}
      {teams.isPending && <LoadingRows height={64} />}
      {teams.isSuccess && (
        <Panel title={t("people:teams.title", { count: shown.length })}>
          {shown.length === 0 && (
            <Empty title={t("people:teams.none_title")} words={t("people:teams.none_words")}>
              {mayChange && (
                <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
                  {t("people:teams.add")}
                </Button>
              )}
            </Empty>
          )}
          <ul className={classes.people}>
            {shown.map((team) => (
              <Row
                key={team.id}
                team={team}
                numbers={numbersOf(team.id)}
                edit={
                  mayChange
                    ? () => {
                        edit(team.id);
                      }
                    : null
                }
              />
            ))}
          </ul>
        </Panel>
      )}
      <TeamDialog
        team={edited === NEW ? "new" : (shown.find(({ id }) => id === edited) ?? null)}
        numbers={edited === null || edited === NEW ? NONE : numbersOf(edited)}
        close={() => {
          edit(null);
        }}
      />
    </Screen>
  );
}

interface RowProps {
  team: TeamView;
  numbers: readonly string[];
  edit: (() => void) | null;
}

function Row({ team: { settings }, numbers, edit }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const agents = useLive((live) => live.agents);
  const members = settings.members.map((id) => agents.get(id)?.name ?? id);
  const available = settings.members.filter((id) => agents.get(id)?.condition === "available").length;
  const counted = t("people:teams.members_count", { count: members.length });
  return (
    <li className={classes.team}>
      <div className={classes.names}>
        <Text fw={600}>{settings.name}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {members.length === 0 ? counted : `${counted} · ${t("people:teams.available", { count: available })}`}
        </Text>
      </div>
      <div className={classes.names}>
        <Text size="sm">{format.list(members)}</Text>
        <Text size="sm" c="dimmed">
          {numbers.length === 0 ? t("people:teams.rung_by_none") : t("people:teams.rung_by", { numbers: format.list(numbers) })}
        </Text>
      </div>
      {edit !== null && (
        <Button size="xs" variant="default" onClick={edit} aria-label={t("people:teams.edit", { name: settings.name })}>
          {t("people:teams.change")}
        </Button>
      )}
    </li>
  );
}
