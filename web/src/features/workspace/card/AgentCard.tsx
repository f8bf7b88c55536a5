// The agent's one card with all its states, drawn only from what the server says.

import { useRef, useState } from "react";
import type { AgentView, OfferView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { useCustomerName } from "@/ui/customer";
import { useAnswerOffer, useTalk, type OfferAnswer } from "../actions";
import { useShortcuts } from "../preferences";
import classes from "./Card.module.css";
import { ConversationCard, isTalking } from "./ConversationCard";
import { OfferCard } from "./OfferCard";
import { EndCard, QuietCard } from "./QuietCard";
import { WrapUpCard } from "./WrapUpCard";
import { useCardKeys, type CardKeys } from "./useCardKeys";
import { useEnd } from "./useEnd";

export function AgentCard({ agent }: { agent: AgentView }) {
  const t = useWords();
  const card = useRef<HTMLElement>(null);
  const end = useEnd(agent);
  const lastCall = useLastCall(agent);
  const answering = useAnswerOffer(agent.id);
  const [shortcuts] = useShortcuts();
  const { offer, conversation, condition } = agent;
  const pending = answering.isPending && answering.variables.offerId === offer?.id ? answering.variables.action : null;
  const answer = (action: OfferAnswer["action"]) => {
    if (offer?.state === "ringing" && pending === null) answering.mutate({ offerId: offer.id, action });
  };
  const talkKeys = useTalkKeys(agent);
  const offerKeys: CardKeys = {
    d: () => {
      answer("decline");
    },
    ...(agent.phone === "outside"
      ? {}
      : {
          Enter: () => {
            answer("accept");
          },
        }),
  };
  const rings = conversation === null && offer?.state === "ringing";
  useCardKeys(card, rings ? offerKeys : talkKeys, shortcuts);

  const content =
    conversation !== null ? (
      <ConversationCard agent={agent} conversation={conversation} />
    ) : offer !== null ? (
      <OfferCard agent={agent} offer={offer} pending={pending} answer={answer} />
    ) : condition === "wrap-up" ? (
      <WrapUpCard agent={agent} end={end} callId={lastCall} />
    ) : end !== null ? (
      <EndCard end={end} />
    ) : (
      <QuietCard agent={agent} />
    );
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={classes.card}
      data-tone={toneOf(agent)}
      data-ringing={rings}
      aria-label={t("workspace:card.region")}
    >
      {content}
      {answering.error !== null && answering.variables?.offerId === (offer?.id ?? answering.variables?.offerId) && (
        <Problem error={answering.error} />
      )}
      <span className="spoken" role="alert">
        {rings && <OfferSpoken key={offer.id} offer={offer} />}
      </span>
    </section>
  );
}

/** Name the call that is going on, or was the last one of this page. */
function useLastCall({ conversation }: AgentView): string | null {
  const [last, remember] = useState<string | null>(null);
  const current = conversation?.call_id ?? null;
  if (current !== null && current !== last) remember(current);
  return current ?? last;
}

function toneOf({ offer, conversation, condition }: AgentView): string {
  if (conversation !== null) return conversation.stage === "on-hold" ? "ringing" : "talking";
  if (offer !== null) return offer.state !== "ringing" ? "talking" : offer.kind === "callback" ? "callback" : "ringing";
  return condition === "wrap-up" ? "late" : "";
}

function useTalkKeys(agent: AgentView): CardKeys {
  const talk = useTalk(agent.id);
  const { conversation } = agent;
  if (conversation === null || !isTalking(conversation)) return {};
  return {
    m: () => {
      talk.mutate(conversation.muted ? "unmute" : "mute");
    },
    ...(conversation.consultation === null
      ? {
          h: () => {
            talk.mutate(conversation.stage === "on-hold" ? "resume" : "hold");
          },
        }
      : {}),
  };
}

/** An offer is announced once, with the time there is to answer. */
function OfferSpoken({ offer }: { offer: OfferView }) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  const { clock } = useLiveStore();
  const [leftAtFirst] = useState(() => (offer.deadline === null ? null : Date.parse(offer.deadline) - clock.now()));
  const kind = t(offer.kind === "callback" ? "workspace:card.kind_callback" : "workspace:card.kind_call");
  const left = leftAtFirst === null ? "" : t("workspace:card.left", { time: format.duration(leftAtFirst) });
  return <>{t("workspace:card.spoken", { kind, who: customerName(offer.customer), left })}</>;
}
