// What an entry of a conversation says in a word, a colour and an icon.

import { IconArrowBackUp, IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import type { Entry } from "./queries";

export function useEntryState() {
  const t = useWords();
  return ({ call, callback }: Entry) => {
    if (call !== null) {
      const type = callType(call);
      const calledBack = type === "reached" && call.callback_id !== null;
      return {
        tone: CALL_TYPE_TONES[type],
        icon: call.direction === "inbound" ? IconPhoneIncoming : IconPhoneOutgoing,
        words: call.ended_at === null ? t("conversations:on_the_phone") : t(calledBack ? "conversations:called_back" : `domain:type.${type}`),
      } as const;
    }
    const outcome = callback?.outcome ?? null;
    return {
      tone: outcome === null ? "callback" : outcome.kind === "completed" ? "talking" : "late",
      icon: IconArrowBackUp,
      words: outcome === null ? t("conversations:pending") : `${t("conversations:callback")} – ${t(`domain:outcome.${outcome.kind}`)}`,
    } as const;
  };
}
