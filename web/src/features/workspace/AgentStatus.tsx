// The agent's status in the header: what they are for dispatch, and what they choose to be.

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useEffect } from "react";
import { api, ask } from "@/api/client";
import { useSession } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useAgent, useLive } from "@/live/hooks";
import { StateBadge } from "@/ui/StateBadge";
import { Timer } from "@/ui/Timer";
import classes from "./AgentStatus.module.css";
import { useSetStatus, type AgentStatusName } from "./actions";
import { useAwayReasons } from "@/ui/away";
import { CONDITION_TONES } from "@/ui/conditions";
import { useRingAloud, useShortcuts } from "./preferences";

const STATUSES: readonly AgentStatusName[] = ["online", "do-not-disturb", "offline"];

export function AgentStatus() {
  const { agentId } = useSession();
  useFirstAgent();
  const agent = useAgent(agentId);
  return agent === undefined ? null : <StatusMenu key={agent.id} agent={agent} />;
}

function StatusMenu({ agent }: { agent: AgentView }) {
  const t = useWords();
  const { mayBeAnyAgent, beAgent } = useSession();
  const agents = useLive((live) => live.agents);
  const setStatus = useSetStatus(agent.id);
  const { shown } = useAwayReasons();
  const away = agent.condition === "do-not-disturb" ? agent.away_reason : null;
  const condition = away === null ? t(`domain:condition.${agent.condition}`) : shown(away);
  return (
    <Menu position="bottom-end" width={240} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <span className="spoken">{t("workspace:status.label", { condition })}</span>
          <span aria-hidden className={classes.badge}>
            <StateBadge tone={CONDITION_TONES[agent.condition]}>{condition}</StateBadge>
          </span>
          {agent.condition === "wrap-up" && (
            <span className={classes.left}>
              <Timer until={agent.wrap_up_until} />
            </span>
          )}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("workspace:status.set")}</Menu.Label>
        {STATUSES.map((status) => (
          <Fragment key={status}>
            <Choice
              name={t(`domain:status.${status}`)}
              chosen={agent.status === status && agent.away_reason === null}
              choose={() => {
                setStatus.mutate({ status });
              }}
            />
            {status === "do-not-disturb" && (
              <Reasons
                chosen={agent.status === status ? agent.away_reason : null}
                choose={(reason) => {
                  setStatus.mutate({ status, reason });
                }}
              />
            )}
          </Fragment>
        ))}
        <Preferences />
        {mayBeAnyAgent && (
          <>
            <Menu.Divider />
            <Menu.Label>{t("workspace:work_as")}</Menu.Label>
            {[...agents.values()].map(({ id, name }) => (
              <Menu.Item
                key={id}
                rightSection={agent.id === id ? <IconCheck size={16} aria-hidden /> : undefined}
                aria-current={agent.id === id}
                onClick={() => {
                  beAgent(id);
                }}
              >
                {name}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  name: string;
  chosen: boolean;
  choose: () => void;
  className?: string;
}

function Choice({ name, chosen, choose, className }: ChoiceProps) {
  return (
    <Menu.Item
      className={className}
      rightSection={chosen ? <IconCheck size={16} aria-hidden /> : undefined}
      aria-current={chosen}
      onClick={choose}
    >
      {name}
    </Menu.Item>
  );
}

/** The company's reasons for Do not disturb, asked for when the menu is opened. */
function Reasons({ chosen, choose }: { chosen: string | null; choose: (reason: string) => void }) {
  const { shown } = useAwayReasons();
  const { data } = useQuery({ queryKey: ["away-reasons"], queryFn: () => ask(api.GET("/api/v1/account/away-reasons")) });
  return data?.map((reason) => (
    <Choice
      key={reason}
      className={classes.reason}
      name={shown(reason)}
      chosen={reason === chosen}
      choose={() => {
        choose(reason);
      }}
    />
  ));
}

function Preferences() {
  const t = useWords();
  const [shortcuts, setShortcuts] = useShortcuts();
  const [aloud, ringAloud] = useRingAloud();
  const choices = [
    { name: t("workspace:status.ring_aloud"), on: aloud === true, change: ringAloud },
    { name: t("workspace:status.shortcuts"), on: shortcuts, change: setShortcuts },
  ];
  return (
    <>
      <Menu.Divider />
      {choices.map(({ name, on, change }) => (
        <Menu.CheckboxItem key={name} checked={on} onChange={change} closeMenuOnClick={false}>
          {name}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}

/** Whoever may be any agent is the first one until they choose. */
function useFirstAgent(): void {
  const { agentId, mayBeAnyAgent, beAgent } = useSession();
  const first = useLive((live) => live.agents.keys().next().value);
  const missing = mayBeAnyAgent && agentId === null && first !== undefined;
  useEffect(() => {
    if (missing) beAgent(first);
  }, [missing, first, beAgent]);
}
