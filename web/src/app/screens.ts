// The screens in the navigation and the command palette, in their order. One that is not built
// yet is not here.

import { IconActivity, IconHeadset, IconHistory, IconPhone } from "@tabler/icons-react";
import type { ParseKeys } from "i18next";
import type { ComponentType } from "react";
import type { Role } from "@/api/session";

export interface Screen {
  to: "/workspace" | "/monitoring" | "/history" | "/numbers";
  name: ParseKeys;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  /** Hidden from everybody below this role. */
  from: Role;
}

export const SCREENS: readonly Screen[] = [
  { to: "/workspace", name: "nav.workspace", icon: IconHeadset, from: "agent" },
  { to: "/monitoring", name: "nav.monitoring", icon: IconActivity, from: "agent" },
  { to: "/history", name: "nav.history", icon: IconHistory, from: "agent" },
  { to: "/numbers", name: "nav.numbers", icon: IconPhone, from: "supervisor" },
];

const RANK: readonly Role[] = ["agent", "supervisor", "admin", "owner"];

export const screensFor = (role: Role): readonly Screen[] =>
  SCREENS.filter(({ from }) => RANK.indexOf(role) >= RANK.indexOf(from));
