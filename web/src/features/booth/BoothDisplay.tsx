// The phone's display: what it is doing, and in words what is heard.

import { useTranslation } from "react-i18next";
import type { BoothPhoneView, LineReference } from "@/api/views";
import { phoneNumber } from "@/i18n/format";
import { useAgentName } from "@/live/hooks";
import classes from "./Booth.module.css";
import { useAwaitsCallback } from "./useBooth";

interface Props {
  phone: BoothPhoneView;
  lines: readonly LineReference[];
}

export function BoothDisplay({ phone, lines }: Props) {
  const { t } = useTranslation("booth");
  const heard = useHeard(phone);
  const line = lines.find(({ number }) => number !== null && number === phone.shown_number);
  const who = line?.name ?? (phone.shown_number === null ? t("somebody") : phoneNumber(phone.shown_number));
  const spoken = phone.phase === "in-call" && phone.hearing === "prompt" && phone.text !== null;
  return (
    <div className={classes.display} data-phase={phone.phase} role="status" aria-live="polite">
      <p className={classes.phase}>{t(`phase_${phone.phase}`, { who })}</p>
      <p className={classes.heard} data-spoken={spoken}>
        {heard}
      </p>
    </div>
  );
}

function useHeard(phone: BoothPhoneView): string {
  const { t } = useTranslation("booth");
  const agentName = useAgentName();
  const awaits = useAwaitsCallback(phone.number);
  const { phase, hearing, reference, text } = phone;
  if (phase === "idle") return t(awaits ? "heard_awaiting" : "heard_idle");
  if (phase === "ringing") return t("heard_incoming");
  if (hearing === "agent") return t("heard_voice", { who: agentName(reference) });
  if (hearing === "prompt") return text ?? t("heard_message");
  return t(`heard_${hearing}`);
}
