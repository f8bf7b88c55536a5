// What an agent does. Nothing is shown as done before the server has said so.

import { useMutation } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { AgentView } from "@/api/views";

export type AgentStatusName = AgentView["status"];

export const useSetStatus = (agentId: string) =>
  useMutation({
    mutationFn: ({ status, reason }: { status: AgentStatusName; reason?: string }) =>
      ask(api.PUT("/api/v1/agents/{agent_id}/status", { params: { path: { agent_id: agentId } }, body: { status, reason } })),
  });

export interface OfferAnswer {
  offerId: string;
  action: "accept" | "decline";
}

export const useAnswerOffer = (agentId: string) =>
  useMutation({
    mutationFn: ({ offerId, action }: OfferAnswer) => {
      const request = { params: { path: { offer_id: offerId } }, body: { agent_id: agentId } };
      return action === "accept"
        ? ask(api.POST("/api/v1/offers/{offer_id}/accept", request))
        : ask(api.POST("/api/v1/offers/{offer_id}/decline", request));
    },
  });

export type TalkAction = "mute" | "unmute" | "hold" | "resume" | "hang-up" | "complete-transfer" | "cancel-consultation";

export const useTalk = (agentId: string) =>
  useMutation({
    mutationFn: (action: TalkAction) => {
      const request = { params: { path: { agent_id: agentId } } };
      switch (action) {
        case "mute":
          return ask(api.POST("/api/v1/agents/{agent_id}/mute", request));
        case "unmute":
          return ask(api.POST("/api/v1/agents/{agent_id}/unmute", request));
        case "hold":
          return ask(api.POST("/api/v1/agents/{agent_id}/hold", request));
        case "resume":
          return ask(api.POST("/api/v1/agents/{agent_id}/resume", request));
        case "complete-transfer":
          return ask(api.POST("/api/v1/agents/{agent_id}/complete-transfer", request));
        case "cancel-consultation":
          return ask(api.POST("/api/v1/agents/{agent_id}/cancel-consultation", request));
        case "hang-up":
          return ask(api.POST("/api/v1/agents/{agent_id}/hang-up", request));
      }
    },
  });

export interface TransferTarget {
  to: "agent" | "team" | "line" | "number";
  id: string;
}

export const useTransfer = (agentId: string) =>
  useMutation({
    mutationFn: (target: TransferTarget) =>
      ask(api.POST("/api/v1/agents/{agent_id}/transfer", { params: { path: { agent_id: agentId } }, body: target })),
  });

export const useConsult = (agentId: string) =>
  useMutation({
    mutationFn: (colleagueId: string) =>
      ask(
        api.POST("/api/v1/agents/{agent_id}/consult", {
          params: { path: { agent_id: agentId } },
          body: { colleague_id: colleagueId },
        }),
      ),
  });

export const useEndWrapUp = (agentId: string) =>
  useMutation({
    mutationFn: () => ask(api.POST("/api/v1/agents/{agent_id}/end-wrap-up", { params: { path: { agent_id: agentId } } })),
  });

export type Correction = "voicemail" | "wrong-person";

export const useCorrection = (agentId: string) =>
  useMutation({
    mutationFn: ({ callbackId, correction }: { callbackId: string; correction: Correction }) =>
      ask(
        api.POST("/api/v1/callbacks/{callback_id}/correct-outcome", {
          params: { path: { callback_id: callbackId } },
          body: { agent_id: agentId, correction },
        }),
      ),
  });

export interface HandAction {
  callbackId: string;
  action: "call" | "claim" | "release" | "dismiss";
  /** Whose claim is released, when it is not one's own. */
  claimedBy?: string;
}

export const useByHand = (agentId: string) =>
  useMutation({
    mutationFn: ({ callbackId, action, claimedBy }: HandAction) => {
      const params = { path: { callback_id: callbackId } };
      const body = { agent_id: agentId };
      switch (action) {
        case "call":
          return ask(api.POST("/api/v1/callbacks/{callback_id}/call", { params, body }));
        case "claim":
          return ask(api.POST("/api/v1/callbacks/{callback_id}/claim", { params, body }));
        case "release":
          return ask(
            api.POST("/api/v1/callbacks/{callback_id}/release", { params, body: { ...body, claimed_by: claimedBy } }),
          );
        case "dismiss":
          return ask(api.POST("/api/v1/callbacks/{callback_id}/dismiss", { params, body }));
      }
    },
  });
