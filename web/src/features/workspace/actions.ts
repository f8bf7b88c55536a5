// What an agent does. Nothing is shown as done before the server has said so.

import { useMutation } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { AgentView } from "@/api/views";

export type AgentStatusName = AgentView["status"];

export const useSetStatus = (agentId: string) =>
  useMutation({
    mutationFn: (status: AgentStatusName) =>
      ask(api.PUT("/api/v1/agents/{agent_id}/status", { params: { path: { agent_id: agentId } }, body: { status } })),
  });
