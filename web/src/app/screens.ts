// The screens in the navigation and the command palette, in their order. One that is not built
// yet is not here.

import { IconActivity, IconChartBar, IconFlask, IconHeadset, IconHeartbeat, IconHistory, IconListSearch, IconPhone, IconUsers, IconWebhook } from "@tabler/icons-react";
import type { ParseKeys } from "i18next";
import type { ComponentType } from "react";
import type { Permission, Session } from "@/api/session";

export interface Screen {
  to: "/workspace" | "/monitoring" | "/history" | "/analytics" | "/what-if" | "/numbers" | "/people" | "/integrations" | "/audit-log" | "/system";
  name: ParseKeys;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  /** Hidden from everybody without it. */
  needs: Permission;
}

export const SCREENS: readonly Screen[] = [
  { to: "/workspace", name: "nav.workspace", icon: IconHeadset, needs: "agent.work" },
  { to: "/monitoring", name: "nav.monitoring", icon: IconActivity, needs: "board.see" },
  { to: "/history", name: "nav.history", icon: IconHistory, needs: "calls.see" },
  { to: "/analytics", name: "nav.analytics", icon: IconChartBar, needs: "analytics.see" },
  { to: "/what-if", name: "nav.what_if", icon: IconFlask, needs: "what-if" },
  { to: "/numbers", name: "nav.numbers", icon: IconPhone, needs: "settings.see" },
  { to: "/people", name: "nav.people", icon: IconUsers, needs: "settings.see" },
  { to: "/integrations", name: "nav.integrations", icon: IconWebhook, needs: "webhooks.manage" },
  { to: "/audit-log", name: "nav.audit", icon: IconListSearch, needs: "audit-log.see" },
  { to: "/system", name: "nav.system", icon: IconHeartbeat, needs: "health.see" },
];

/** What leads to no entry of its own, with what it needs. */
const OTHERS = [
  { to: "/calls", needs: "calls.see" },
  { to: "/contacts", needs: "calls.see" },
] as const satisfies readonly { to: string; needs: Permission }[];

export const screensFor = ({ permissions }: Session): readonly Screen[] =>
  SCREENS.filter(({ needs }) => permissions.includes(needs));

/** Tell whether an address leads to a screen that somebody may see; one that leads nowhere does. */
export function maySee({ permissions }: Session, path: string): boolean {
  const found = [...SCREENS, ...OTHERS].find(({ to }) => path === to || path.startsWith(`${to}/`));
  return found === undefined || permissions.includes(found.needs);
}
