// How a number stands, each state with its icon and word.

import { IconClock, IconClockOff, IconCalendarEvent, IconLock, IconPhoneOff, IconArrowBackUp, IconHandStop } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import type { LineView } from "./queries";

export function OpeningBadge({ line }: { line: LineView }) {
  const t = useWords();
  const icon = { open: IconClock, closed: IconClockOff, "special-date": IconCalendarEvent }[line.opening];
  return (
    <StateBadge tone={line.opening === "open" ? "talking" : "waiting"} icon={icon}>
      {t(`numbers:opening.${line.opening}`)}
    </StateBadge>
  );
}

export function ModeBadge({ line }: { line: LineView }) {
  const t = useWords();
  if (line.locked !== null) {
    return (
      <StateBadge tone="waiting" icon={IconLock}>
        {t("numbers:mode.locked")}
      </StateBadge>
    );
  }
  const mode = line.settings.callbacks?.mode ?? "automated";
  const icon = { automated: IconArrowBackUp, manual: IconHandStop, off: IconPhoneOff }[mode];
  return (
    <StateBadge tone={mode === "off" ? "waiting" : "callback"} icon={icon}>
      {t(`numbers:mode.${mode}`)}
    </StateBadge>
  );
}
