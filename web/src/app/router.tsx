// The addresses of all screens. Each is loaded when it is first wanted, and fails alone.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { LoadingRows } from "@/ui/LoadingRows";
import { NotFound } from "./NotFound";
import { ScreenProblem } from "./ScreenProblem";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

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
  component: lazyRouteComponent(() => import("@/features/workspace/WorkspaceScreen"), "WorkspaceScreen"),
});

const monitoring = createRoute({
  getParentRoute: () => root,
  path: "/monitoring",
  component: lazyRouteComponent(() => import("@/features/monitoring/MonitoringScreen"), "MonitoringScreen"),
});

export const router = createRouter({
  routeTree: root.addChildren([start, workspace, monitoring]),
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
