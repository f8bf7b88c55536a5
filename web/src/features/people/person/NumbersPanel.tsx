// The numbers somebody is assigned to: alone, through a team, or because they are everybody's.

import { Switch, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AgentView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import classes from "../People.module.css";
import { LINES, assign, type LineView, type TeamView } from "../queries";

interface Props {
  agent: AgentView;
  teams: readonly TeamView[];
  lines: readonly LineView[];
  mayChange: boolean;
}

export function NumbersPanel({ agent, teams, lines, mayChange }: Props) {
  const t = useWords();
  const queries = useQueryClient();
  const assigning = useMutation({
    mutationFn: ({ lineId, assigned }: { lineId: string; assigned: boolean }) => assign(lineId, agent.id, assigned),
    onSettled: () => queries.invalidateQueries({ queryKey: LINES }),
  });
  return (
    <Panel title={t("people:numbers.title")}>
      <Text size="sm" c="dimmed" px="md" pt="sm">
        {t("people:numbers.words", { name: agent.name })}
      </Text>
      <Problem error={assigning.error} />
      <ul className={classes.people}>
        {lines.map((line) => (
          <Row
            key={line.id}
            agent={agent}
            teams={teams}
            line={line}
            mayChange={mayChange}
            isPending={assigning.isPending}
            set={(assigned) => {
              assigning.mutate({ lineId: line.id, assigned });
            }}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps {
  agent: AgentView;
  teams: readonly TeamView[];
  line: LineView;
  mayChange: boolean;
  isPending: boolean;
  set: (assigned: boolean) => void;
}

function Row({ agent, teams, line, mayChange, isPending, set }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const { name, assigned_agents: agents = [], assigned_teams: ofTeams = [] } = line.settings;
  const through = teams.filter(({ id, settings }) => ofTeams.includes(id) && settings.members.includes(agent.id));
  const isEverybodys = agents.length === 0 && ofTeams.length === 0;
  const isAssigned = agents.includes(agent.id);
  const isLast = isAssigned && agents.length === 1 && ofTeams.length === 0;
  const why = isEverybodys ? t("people:numbers.everybody_words") : isLast ? t("people:numbers.last") : null;
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={550}>{name}</Text>
        {through.length > 0 && (
          <Text size="sm" c="dimmed">
            {t("people:numbers.team", { teams: format.list(through.map(({ settings }) => settings.name)) })}
          </Text>
        )}
        {why !== null && (
          <Text size="sm" c="dimmed">
            {why}{" "}
            {mayChange && (
              <Link to="/numbers/$lineId/$tab" params={{ lineId: line.id, tab: "general" }} hash="assigned" className={classes.link}>
                {t("people:numbers.narrow")}
              </Link>
            )}
          </Text>
        )}
      </div>
      {isEverybodys ? (
        <StateBadge tone="waiting">{t("people:numbers.everybody")}</StateBadge>
      ) : (
        <Switch
          label={t("people:numbers.assigned")}
          aria-label={t("people:numbers.assign", { line: name, name: agent.name })}
          checked={isAssigned}
          disabled={!mayChange || isLast || isPending}
          onChange={(event) => {
            set(event.currentTarget.checked);
          }}
        />
      )}
    </li>
  );
}
