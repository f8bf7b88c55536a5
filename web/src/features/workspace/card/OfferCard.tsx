// A request that rings, or whose answer is being carried out.

import { Button, Group, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconPhoneIncoming } from "@tabler/icons-react";
import type { AgentView, OfferView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useNow } from "@/live/hooks";
import { Timer } from "@/ui/Timer";
import type { OfferAnswer } from "../actions";
import classes from "./Card.module.css";
import { CardHead, Progress } from "./CardFrame";

interface Props {
  agent: AgentView;
  offer: OfferView;
  /** What was pressed and is not confirmed yet. */
  pending: OfferAnswer["action"] | null;
  answer: (action: OfferAnswer["action"]) => void;
}

export function OfferCard({ agent, offer, pending, answer }: Props) {
  const t = useWords();
  const callback = offer.kind === "callback";
  return (
    <>
      <Stack gap="sm">
        <CardHead
          kind={t(callback ? "workspace:card.kind_callback" : "workspace:card.kind_call")}
          tone={callback ? "callback" : "ringing"}
          icon={callback ? IconArrowBackUp : IconPhoneIncoming}
          beside={
            <>
              {t("workspace:card.waits")} <Timer since={offer.waiting_since} />
            </>
          }
          customer={offer.customer}
        />
        <About agent={agent} offer={offer} />
      </Stack>
      {offer.state === "ringing" ? (
        <Answering agent={agent} offer={offer} pending={pending} answer={answer} />
      ) : (
        <Progress words={t(`workspace:stage.${offer.state}`)} reached={1} />
      )}
    </>
  );
}

function About({ agent, offer }: { agent: AgentView; offer: OfferView }) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const callback = offer.kind === "callback";
  const where = [
    t("workspace:card.where", { line: offer.line.name }),
    ...(callback ? [t("workspace:card.attempt", { n: offer.attempt_number, max: offer.attempts_max })] : []),
  ].join(" · ");
  return (
    <Stack gap={2}>
      <Text size="sm">{where}</Text>
      <Text size="sm" c="dimmed">
        {t(callback ? "workspace:card.asked" : "workspace:card.called", { time: format.time(offer.waiting_since) })}
      </Text>
      {offer.consulted_by !== null && <Text size="sm">{t("workspace:card.consulted_by", { agent: agentName(offer.consulted_by) })}</Text>}
      {offer.transferred_by !== null && (
        <Text size="sm">
          {offer.transferred_by === agent.id
            ? t("workspace:card.transferred_back")
            : t("workspace:card.transferred_by", { agent: agentName(offer.transferred_by) })}
        </Text>
      )}
      <Earlier offer={offer} />
    </Stack>
  );
}

/** What the caller may be calling about: a callback that is pending, failed or did not reach them. */
function Earlier({ offer: { earlier } }: { offer: OfferView }) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  if (earlier === null) return null;
  const { outcome, requested_at, tried_at, tried_by } = earlier;
  const ended =
    outcome === null
      ? ""
      : outcome.reason === null
        ? t(`domain:outcome.${outcome.kind}`)
        : t(`domain:reason.${outcome.reason}`);
  const sentence =
    outcome === null
      ? t("workspace:card.earlier_pending", { time: format.time(requested_at) })
      : tried_at === null
        ? t("workspace:card.earlier_failed", { time: format.time(requested_at), outcome: ended })
        : t("workspace:card.earlier_tried", { time: format.time(tried_at), agent: agentName(tried_by), outcome: ended });
  return <Text size="sm">{sentence}</Text>;
}

function Answering({ agent, offer, pending, answer }: Props) {
  const t = useWords();
  const callback = offer.kind === "callback";
  const outside = agent.phone === "outside";
  const accept = t(callback ? "workspace:card.call_back" : "workspace:card.answer");
  return (
    <Stack gap="sm">
      <Group grow gap="sm">
        <Button
          size="md"
          variant="default"
          aria-keyshortcuts="d"
          disabled={pending !== null}
          onClick={() => {
            answer("decline");
          }}
        >
          {pending === "decline" ? t("workspace:card.declining") : t("workspace:card.decline")}
          <Key name="D" />
        </Button>
        {!outside && (
          <Button
            size="md"
            color={callback ? "violet.9" : "teal.9"}
            aria-keyshortcuts="Enter"
            disabled={pending !== null}
            onClick={() => {
              answer("accept");
            }}
          >
            {pending === "accept" ? t("workspace:card.sending") : accept}
            <Key name="⏎" />
          </Button>
        )}
      </Group>
      {outside && <Text size="sm">{t("workspace:card.press_one")}</Text>}
      <Countdown offer={offer} />
    </Stack>
  );
}

const Key = ({ name }: { name: string }) => (
  <kbd className={classes.key} aria-hidden>
    {name}
  </kbd>
);

/** The ring time left, as a bar and in words. */
function Countdown({ offer: { made_at, deadline } }: { offer: OfferView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  if (deadline === null) return null;
  const end = Date.parse(deadline);
  const share = Math.min(1, Math.max(0, (end - now) / (end - Date.parse(made_at))));
  return (
    <Stack gap={6} aria-hidden>
      <div className={classes.countdown}>
        <i style={{ transform: `scaleX(${share.toFixed(3)})` }} />
      </div>
      <Text size="xs" c="dimmed" className="figures">
        {t("workspace:card.left", { time: format.duration(end - now) })}
      </Text>
    </Stack>
  );
}
