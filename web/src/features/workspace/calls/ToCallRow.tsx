// One callback to call by hand, and what can be done about it.

import { Button, Group, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { AgentView, CallbackView } from "@/api/views";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { Timer } from "@/ui/Timer";
import { useCustomerName } from "@/ui/customer";
import { useByHand, type HandAction } from "../actions";
import classes from "./Calls.module.css";

interface Props {
  agent: AgentView;
  callback: CallbackView;
}

interface RowProps extends Props {
  /** Whether who it is stands above already. */
  isNamed?: boolean;
}

export function ToCallRow({ agent, callback, isNamed = false }: RowProps) {
  const customerName = useCustomerName();
  const format = useFormat();
  const { clock } = useLiveStore();
  const why = useWhy(callback);
  const byHand = useByHand(agent.id);
  const { customer, line } = callback;
  const about = isNamed
    ? [format.moment(callback.requested_at, clock.now()), line.name]
    : [customer.name !== null && customer.number !== null ? phoneNumber(customer.number) : null, line.name, why];
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text fw={550} truncate={!isNamed}>
          {isNamed ? capital(why) : customerName(customer)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {about.filter((each) => each !== null).join(" · ")}
        </Text>
      </div>
      <div className={classes.state}>
        <WhoseBadge agent={agent} callback={callback} />
        <Text size="sm" c="dimmed">
          <Timer since={callback.to_call_since ?? callback.requested_at} />
        </Text>
      </div>
      <Actions agent={agent} callback={callback} byHand={byHand} />
      {byHand.error !== null && (
        <div className={classes.below}>
          <Problem error={byHand.error} />
        </div>
      )}
    </li>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function useWhy({ outcome }: CallbackView): string {
  const t = useWords();
  if (outcome === null) return t("workspace:calls.asked");
  const what = t(`domain:outcome.${outcome.kind}`);
  return outcome.reason === null ? what : `${what} – ${t(`domain:reason.${outcome.reason}`)}`;
}

function WhoseBadge({ agent, callback: { calling_by, claimed_by } }: Props) {
  const t = useWords();
  const agentName = useAgentName();
  if (calling_by !== null) {
    return (
      <StateBadge tone="talking">
        {calling_by === agent.id ? t("workspace:calls.calling_me") : t("workspace:calls.calling", { agent: agentName(calling_by) })}
      </StateBadge>
    );
  }
  if (claimed_by === null) return null;
  return (
    <StateBadge tone="callback">
      {claimed_by === agent.id ? t("workspace:calls.claimed_me") : t("workspace:calls.claimed", { agent: agentName(claimed_by) })}
    </StateBadge>
  );
}

interface ActionsProps extends Props {
  byHand: ReturnType<typeof useByHand>;
}

function Actions({ agent, callback, byHand }: ActionsProps) {
  const t = useWords();
  const who = useCustomerName()(callback.customer);
  const [confirming, confirm] = useState(false);
  const asking = useRef<HTMLButtonElement>(null);
  const act = (action: HandAction["action"], claimedBy?: string) => {
    byHand.mutate({ callbackId: callback.id, action, claimedBy });
  };
  if (callback.calling_by !== null) return null;
  const taken = callback.claimed_by !== null && callback.claimed_by !== agent.id ? callback.claimed_by : null;
  const mine = callback.claimed_by === agent.id;
  if (confirming) {
    return (
      <Confirmation
        callback={callback}
        takenBy={taken}
        busy={byHand.isPending}
        keep={() => {
          confirm(false);
          requestAnimationFrame(() => asking.current?.focus());
        }}
        go={() => {
          if (taken === null) act("dismiss");
          else act("release", taken);
          confirm(false);
        }}
      />
    );
  }
  const ask = (
    <Button
      ref={asking}
      size="xs"
      variant="subtle"
      color="gray"
      className={classes.quiet}
      aria-label={t(taken === null ? "workspace:calls.dismiss_who" : "workspace:calls.release_who", { who })}
      onClick={() => {
        confirm(true);
      }}
    >
      {t(taken === null ? "workspace:calls.dismiss" : "workspace:calls.release")}
    </Button>
  );
  if (taken !== null) return <Group className={classes.actions}>{ask}</Group>;
  const callable = callback.customer.number !== null && agent.condition === "available";
  const claim = mine ? "release" : "claim";
  return (
    <Group className={classes.actions} gap={6}>
      {ask}
      <Button
        size="xs"
        variant="default"
        disabled={byHand.isPending}
        aria-label={t(`workspace:calls.${claim}_who`, { who })}
        onClick={() => {
          act(claim);
        }}
      >
        {t(`workspace:calls.${claim}`)}
      </Button>
      <Button
        size="xs"
        color="violet.9"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        disabled={!callable}
        loading={byHand.isPending && byHand.variables.action === "call"}
        title={callable ? undefined : t(callback.customer.number === null ? "workspace:calls.no_number" : "workspace:calls.unavailable")}
        aria-label={t("workspace:calls.call_who", { who })}
        onClick={() => {
          act("call");
        }}
      >
        {t("workspace:calls.call")}
      </Button>
    </Group>
  );
}

interface ConfirmationProps {
  callback: CallbackView;
  takenBy: string | null;
  busy: boolean;
  keep: () => void;
  go: () => void;
}

/** Asked before a colleague's claim is released, or a callback is taken off the list. */
function Confirmation({ callback, takenBy, busy, keep, go }: ConfirmationProps) {
  const t = useWords();
  const agentName = useAgentName();
  const sure =
    takenBy !== null
      ? t("workspace:calls.sure_release", { agent: agentName(takenBy) })
      : t(callback.outcome === null ? "workspace:calls.sure_manual" : "workspace:calls.sure");
  return (
    <Group className={classes.actions} gap={6} role="group" aria-label={sure}>
      <Text size="sm">{sure}</Text>
      <Button size="xs" variant="default" autoFocus onClick={keep}>
        {t("workspace:calls.keep")}
      </Button>
      <Button size="xs" color="red.9" disabled={busy} onClick={go}>
        {t(takenBy === null ? "workspace:calls.dismissed" : "workspace:calls.released")}
      </Button>
    </Group>
  );
}
