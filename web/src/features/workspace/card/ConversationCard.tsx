// The communication an agent is in: its stage, and what can be done in it.

import { Button, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { AgentView, ConversationView, LiveEvent } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveEvents } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { Timer } from "@/ui/Timer";
import { LazyAnnotations } from "@/ui/annotations/LazyAnnotations";
import { useTalk, type TalkAction } from "../actions";
import classes from "./Card.module.css";
import { CardHead, Progress } from "./CardFrame";
import { Transfer } from "./Transfer";

interface Props {
  agent: AgentView;
  conversation: ConversationView;
}

export function ConversationCard({ agent, conversation }: Props) {
  const t = useWords();
  const talk = useTalk(agent.id);
  const { kind, customer, line, consultation } = conversation;
  const stageWords = useStageWords(agent, conversation);
  const talking = isTalking(conversation);
  const callback = kind === "callback";
  return (
    <>
      <Stack gap="sm">
        <CardHead
          kind={t(callback ? "workspace:talk.kind_callback" : "workspace:talk.kind_call")}
          tone={talking ? "talking" : "callback"}
          icon={callback ? IconArrowBackUp : IconPhone}
          beside={
            talking && (
              <>
                {t("workspace:talk.since")} <Timer since={conversation.since} />
              </>
            )
          }
          customer={customer}
        />
        {line !== null && <Text size="sm">{t("workspace:card.where", { line: line.name })}</Text>}
      </Stack>
      <Stack gap="sm">
        <Progress words={stageWords} reached={talking ? 3 : 2} />
        {talking && (
          <Controls
            conversation={conversation}
            act={(action) => {
              talk.mutate(action);
            }}
          />
        )}
        <div className={classes.buttons}>
          {talking && consultation === null && <Transfer agent={agent} lineId={line?.id ?? null} />}
          {consultation?.agent_id === agent.id ? (
            <Consulting act={talk.mutate} />
          ) : (
            <Button
              color="red.9"
              leftSection={<IconPhoneOff size={16} aria-hidden />}
              loading={talk.isPending && talk.variables === "hang-up"}
              onClick={() => {
                talk.mutate("hang-up");
              }}
            >
              {t("workspace:talk.hang_up")}
            </Button>
          )}
        </div>
        <Problem error={talk.error} />
        <LazyAnnotations callId={conversation.call_id} agentId={agent.id} />
      </Stack>
    </>
  );
}

const TALKING: readonly ConversationView["stage"][] = ["talking", "on-hold", "consulting"];

export const isTalking = ({ stage }: ConversationView) => TALKING.includes(stage);

/** To hang up would complete the transfer: that is what the button of who consults says. */
function Consulting({ act }: { act: (action: TalkAction) => void }) {
  const t = useWords();
  return (["cancel-consultation", "complete-transfer"] as const).map((action) => (
    <Button
      key={action}
      variant={action === "complete-transfer" ? "filled" : "default"}
      onClick={() => {
        act(action);
      }}
    >
      {t(action === "complete-transfer" ? "workspace:talk.complete" : "workspace:talk.cancel")}
    </Button>
  ));
}

/** What is so; why a consultation came to nothing is said for as long as the customer stays on hold. */
function useStageWords(agent: AgentView, { stage, muted, consultation }: ConversationView): string {
  const t = useWords();
  const agentName = useAgentName();
  const ended = useEndedConsultation(agent.id);
  if (stage === "on-hold" && ended !== null) {
    return t(`workspace:talk.consultation.${ended.ending}`, { agent: agentName(ended.colleagueId) });
  }
  if (stage !== "consulting" || consultation === null) {
    return t(`workspace:stage.${muted && stage === "talking" ? "muted" : stage}`);
  }
  const { agent_id, colleague_id, answered } = consultation;
  if (agent_id !== agent.id) return t("workspace:talk.consulted", { agent: agentName(agent_id) });
  return t(answered ? "workspace:talk.colleague_talks" : "workspace:talk.colleague_rings", { agent: agentName(colleague_id) });
}

interface EndedConsultation {
  colleagueId: string;
  ending: Exclude<Extract<LiveEvent, { name: "consultation-ended" }>["ending"], "cancelled">;
}

/** Give the last consultation of this agent's, if it came to nothing while this card was open. */
function useEndedConsultation(agentId: string): EndedConsultation | null {
  const [ended, keep] = useState<EndedConsultation | null>(null);
  useLiveEvents((events) => {
    for (const event of events) {
      if (event.name === "consultation-ended" && event.agent_id === agentId) {
        keep(event.ending === "cancelled" ? null : { colleagueId: event.colleague_id, ending: event.ending });
      }
      if (event.name === "customer-taken-off-hold" && event.agent_id === agentId) keep(null);
    }
  });
  return ended;
}

/** The buttons keep their place and say what they would do; the words above say what is so. */
function Controls({ conversation, act }: { conversation: ConversationView; act: (action: TalkAction) => void }) {
  const t = useWords();
  const held = conversation.stage === "on-hold";
  const { muted } = conversation;
  const MuteIcon = muted ? IconMicrophone : IconMicrophoneOff;
  const HoldIcon = held ? IconPlayerPlay : IconPlayerPause;
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        aria-keyshortcuts="m"
        leftSection={<MuteIcon size={16} aria-hidden />}
        onClick={() => {
          act(muted ? "unmute" : "mute");
        }}
      >
        {t(muted ? "workspace:talk.unmute" : "workspace:talk.mute")}
      </Button>
      {conversation.consultation === null && (
        <Button
          variant="default"
          aria-keyshortcuts="h"
          leftSection={<HoldIcon size={16} aria-hidden />}
          onClick={() => {
            act(held ? "resume" : "hold");
          }}
        >
          {t(held ? "workspace:talk.resume" : "workspace:talk.hold")}
        </Button>
      )}
    </div>
  );
}
