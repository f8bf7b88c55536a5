// The communication an agent is in: its stage, and what can be done in it.

import { Button, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import type { AgentView, ConversationView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
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
  const { kind, stage, customer, line, muted } = conversation;
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
        <Progress
          words={t(`workspace:stage.${muted && stage === "talking" ? "muted" : stage}`)}
          reached={talking ? 3 : 2}
        />
        {talking && (
          <Controls
            conversation={conversation}
            act={(action) => {
              talk.mutate(action);
            }}
          />
        )}
        {conversation.consultation !== null && (
          <Consulting
            agent={agent}
            consultation={conversation.consultation}
            act={(action) => {
              talk.mutate(action);
            }}
          />
        )}
        <div className={classes.buttons}>
          {talking && <Transfer agent={agent} lineId={line?.id ?? null} />}
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
        </div>
        <Problem error={talk.error} />
        <LazyAnnotations callId={conversation.call_id} agentId={agent.id} />
      </Stack>
    </>
  );
}

export const isTalking = ({ stage }: ConversationView) => stage === "talking" || stage === "on-hold";

interface ConsultingProps {
  agent: AgentView;
  consultation: NonNullable<ConversationView["consultation"]>;
  act: (action: TalkAction) => void;
}

/** A colleague is asked before the customer is left to them. */
function Consulting({ agent, consultation, act }: ConsultingProps) {
  const t = useWords();
  const agentName = useAgentName();
  const { agent_id, colleague_id, answered } = consultation;
  const other = agentName(agent_id === agent.id ? colleague_id : agent_id);
  return (
    <Stack gap="xs">
      <Text size="sm">{t(answered ? "workspace:talk.colleague_talks" : "workspace:talk.colleague_rings", { agent: other })}</Text>
      {agent_id === agent.id && (
        <div className={classes.buttons}>
          <Button
            variant="default"
            onClick={() => {
              act("cancel-consultation");
            }}
          >
            {t("workspace:talk.cancel")}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              act("complete-transfer");
            }}
          >
            {t("workspace:talk.complete")}
          </Button>
        </div>
      )}
    </Stack>
  );
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
    </div>
  );
}
