// What a person is, in badges: always with a word.

import { IconBrowser, IconDeviceLandlinePhone, IconDeviceMobile, IconLock, IconShieldCheck, IconShieldX, IconTicket, IconUserOff } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { useMay } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import { CONDITION_TONES } from "@/ui/conditions";
import { stateOf, type Person, type PersonState } from "./people";

type Icon = ComponentProps<typeof StateBadge>["icon"];
const SHOWN: Partial<Record<PersonState, { tone: ComponentProps<typeof StateBadge>["tone"]; icon: Icon }>> = {
  deactivated: { tone: "failed", icon: IconUserOff },
  waiting: { tone: "late", icon: IconLock },
  invited: { tone: "late", icon: IconTicket },
  no_account: { tone: "waiting", icon: IconUserOff },
};
export const PHONE_ICONS = { browser: IconBrowser, desk: IconDeviceLandlinePhone, outside: IconDeviceMobile } as const;

/** Nothing for who is simply active, and to who knows of no accounts. */
export function StateOfPerson({ person }: { person: Person }) {
  const t = useWords();
  const mayManage = useMay("users.manage");
  const state = stateOf(person);
  const shown = SHOWN[state];
  if (shown === undefined || !mayManage) return null;
  return <StateBadge {...shown}>{t(`people:state.${state}`)}</StateBadge>;
}

/** Nothing for who has none and needs none. */
export function FactorOfPerson({ person: { user } }: { person: Person }) {
  const t = useWords();
  if (user?.second_factor === true) {
    return (
      <StateBadge tone="talking" icon={IconShieldCheck}>
        {t("people:factor.on")}
      </StateBadge>
    );
  }
  if (user?.second_factor_required !== true) return null;
  return (
    <StateBadge tone="late" icon={IconShieldX}>
      {t("people:factor.missing")}
    </StateBadge>
  );
}

export function ConditionOf({ agent }: { agent: AgentView }) {
  const t = useWords();
  return <StateBadge tone={CONDITION_TONES[agent.condition]}>{t(`domain:condition.${agent.condition}`)}</StateBadge>;
}
