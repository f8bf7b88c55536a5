// The addresses of all screens. Each is loaded when it is first wanted, and fails alone.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { AnalyticsSearch } from "@/features/analytics/search";
import type { HistorySearch } from "@/features/history/search";
import type { BoardSearch } from "@/features/monitoring/search";
import type { WhatIfSearch } from "@/features/what_if/question";
import type { PeopleSearch } from "@/features/people/people";
import type { AuditSearch } from "@/features/integrations/audit/search";
import type { WorkspaceSearch } from "@/features/workspace/search";
import type { LogSearch } from "@/features/integrations/hooks/WebhookScreen";
import { withWords } from "@/i18n";
import { LoadingRows } from "@/ui/LoadingRows";
import { Frame, WALL } from "./Frame";
import { NotFound } from "./NotFound";
import { ScreenProblem } from "./ScreenProblem";

interface FlowSearch {
  view?: "canvas";
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/workspace", replace: true });
  },
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/workspace",
  validateSearch: (given: Record<string, unknown>) => given as WorkspaceSearch,
  component: lazyRouteComponent(() => import("@/features/workspace/WorkspaceScreen"), "WorkspaceScreen"),
});

const monitoring = createRoute({
  getParentRoute: () => root,
  path: "/monitoring",
  validateSearch: (given: Record<string, unknown>) => given as BoardSearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/monitoring/MonitoringScreen"), "monitoring"),
    "MonitoringScreen",
  ),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: WALL,
  validateSearch: (given: Record<string, unknown>) => given as BoardSearch,
  component: lazyRouteComponent(() => withWords(import("@/features/monitoring/WallScreen"), "monitoring"), "WallScreen"),
});

const numbers = createRoute({
  getParentRoute: () => root,
  path: "/numbers",
  component: lazyRouteComponent(
    () => withWords(import("@/features/numbers/NumbersScreen"), "numbers"),
    "NumbersScreen",
  ),
});

const number = createRoute({
  getParentRoute: () => root,
  path: "/numbers/$lineId/$tab",
  component: lazyRouteComponent(
    () => withWords(import("@/features/numbers/NumberScreen"), "numbers", "flow", "sound", "calendar", "sheet"),
    "NumberScreen",
  ),
});

const flows = createRoute({
  getParentRoute: () => root,
  path: "/flows",
  component: lazyRouteComponent(() => withWords(import("@/features/flow/FlowsScreen"), "flow"), "FlowsScreen"),
});

const flow = createRoute({
  getParentRoute: () => root,
  path: "/flows/$flowId",
  validateSearch: (given: Record<string, unknown>): FlowSearch => (given.view === "canvas" ? { view: "canvas" } : {}),
  component: lazyRouteComponent(
    () => withWords(import("@/features/flow/FlowScreen"), "flow", "sound", "calendar", "sheet"),
    "FlowScreen",
  ),
});

const history = createRoute({
  getParentRoute: () => root,
  path: "/history",
  // The screen reads it; here it would be loaded with every screen.
  validateSearch: (given: Record<string, unknown>) => given as HistorySearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/history/HistoryScreen"), "history"),
    "HistoryScreen",
  ),
});

const analytics = createRoute({
  getParentRoute: () => root,
  path: "/analytics",
  validateSearch: (given: Record<string, unknown>) => given as AnalyticsSearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/analytics/AnalyticsScreen"), "analytics", "charts"),
    "AnalyticsScreen",
  ),
});

const whatIf = createRoute({
  getParentRoute: () => root,
  path: "/what-if",
  validateSearch: (given: Record<string, unknown>) => given as WhatIfSearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/what_if/WhatIfScreen"), "what_if", "charts"),
    "WhatIfScreen",
  ),
});

const call = createRoute({
  getParentRoute: () => root,
  path: "/calls/$callId",
  component: lazyRouteComponent(
    () => withWords(import("@/features/history/CallScreen"), "history", "workspace", "conversations"),
    "CallScreen",
  ),
});

const contact = createRoute({
  getParentRoute: () => root,
  path: "/contacts/$contactId",
  component: lazyRouteComponent(
    () => withWords(import("@/features/history/ContactScreen"), "history", "conversations"),
    "ContactScreen",
  ),
});

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: (given: Record<string, unknown>) => given as PeopleSearch,
  component: lazyRouteComponent(() => withWords(import("@/features/people/PeopleScreen"), "people"), "PeopleScreen"),
});

const teams = createRoute({
  getParentRoute: () => root,
  path: "/people/teams",
  component: lazyRouteComponent(() => withWords(import("@/features/people/teams/TeamsScreen"), "people", "sheet"), "TeamsScreen"),
});

const person = () => withWords(import("@/features/people/person/PersonScreen"), "people", "numbers", "calendar", "account", "sheet");

const user = createRoute({
  getParentRoute: () => root,
  path: "/people/users/$userId",
  component: lazyRouteComponent(person, "UserScreen"),
});

const agent = createRoute({
  getParentRoute: () => root,
  path: "/people/agents/$agentId",
  component: lazyRouteComponent(person, "AgentScreen"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(
    () => withWords(import("@/features/account/AccountScreen"), "account"),
    "AccountScreen",
  ),
});

const integrations = createRoute({
  getParentRoute: () => root,
  path: "/integrations",
  component: lazyRouteComponent(
    () => withWords(import("@/features/integrations/IntegrationsScreen"), "integrations"),
    "IntegrationsScreen",
  ),
});

const webhook = createRoute({
  getParentRoute: () => root,
  path: "/integrations/$webhookId",
  validateSearch: (given: Record<string, unknown>) => given as LogSearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/integrations/hooks/WebhookScreen"), "integrations"),
    "WebhookScreen",
  ),
});

const auditLog = createRoute({
  getParentRoute: () => root,
  path: "/audit-log",
  validateSearch: (given: Record<string, unknown>) => given as AuditSearch,
  component: lazyRouteComponent(
    () => withWords(import("@/features/integrations/audit/AuditLogScreen"), "integrations"),
    "AuditLogScreen",
  ),
});

const system = createRoute({
  getParentRoute: () => root,
  path: "/system",
  component: lazyRouteComponent(
    () => withWords(import("@/features/integrations/health/HealthScreen"), "integrations"),
    "HealthScreen",
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([start, workspace, monitoring, wall, history, call, contact, analytics, whatIf, numbers, number, people, teams, user, agent, account, flows, flow, integrations, webhook, auditLog, system]),
  defaultPreload: "intent",
  defaultPendingComponent: () => <LoadingRows />,
  defaultErrorComponent: ScreenProblem,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
