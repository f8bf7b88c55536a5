// The sign of each kind of step, and how they stand in groups where one is chosen.

import {
  IconCalendarEvent,
  IconClock,
  IconDialpad,
  IconPhoneEnd,
  IconArrowForwardUp,
  IconPhoneOutgoing,
  IconRecordMail,
  IconUsers,
  IconVolume,
} from "@tabler/icons-react";
import type { StepKind } from "./model";

export const STEP_ICONS: Record<StepKind, typeof IconVolume> = {
  audio: IconVolume,
  menu: IconDialpad,
  hours: IconClock,
  dates: IconCalendarEvent,
  ring: IconUsers,
  "redirect-to-line": IconArrowForwardUp,
  "redirect-to-number": IconPhoneOutgoing,
  voicemail: IconRecordMail,
  "hang-up": IconPhoneEnd,
};

export const GROUPS = {
  say: ["audio", "menu"],
  choose: ["hours", "dates"],
  ring: ["ring", "redirect-to-number", "redirect-to-line"],
  end: ["voicemail", "hang-up"],
} as const satisfies Record<string, readonly StepKind[]>;
