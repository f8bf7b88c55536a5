// What stands around a screen: the whole frame, or nothing at all around a wall screen.

import { Outlet, useRouterState } from "@tanstack/react-router";
import { Shell } from "./Shell";

export const WALL = "/monitoring/wall";

export function Frame() {
  const isWall = useRouterState({ select: ({ location }) => location.pathname === WALL });
  return isWall ? <Outlet /> : <Shell />;
}
