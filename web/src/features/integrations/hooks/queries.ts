// What is asked about webhooks, and what can be done with them.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type Webhook = Schemas["WebhookView"];
export type NewWebhook = Schemas["NewWebhook"];
export type Delivery = Schemas["DeliveryView"];
export type DeliveryState = Schemas["DeliveryState"];
export type Attempt = Schemas["AttemptView"];

const WEBHOOKS = "webhooks";
const DELIVERIES = "deliveries";
const PAGE = 50;
const FRESH_EVERY_MS = 4_000;

const at = (webhookId: string) => ({ params: { path: { webhook_id: webhookId } } });

export const useWebhook = (webhookId: string) =>
  useQuery({
    queryKey: [WEBHOOKS, webhookId],
    queryFn: () => ask(api.GET("/api/v1/webhooks/{webhook_id}", at(webhookId))),
    refetchInterval: FRESH_EVERY_MS,
  });

export const useEventTypes = () =>
  useQuery({
    queryKey: [WEBHOOKS, "event-types"],
    queryFn: () => ask(api.GET("/api/v1/webhooks/event-types")),
    staleTime: Infinity,
  });

export const useDeliveries = (webhookId: string, state: DeliveryState | undefined) =>
  useInfiniteQuery({
    queryKey: [DELIVERIES, webhookId, state],
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, state, after: pageParam ?? undefined };
      const { path } = at(webhookId).params;
      return ask(api.GET("/api/v1/webhooks/{webhook_id}/deliveries", { params: { path, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: FRESH_EVERY_MS,
  });

export const useBody = (webhookId: string, deliveryId: string, enabled: boolean) =>
  useQuery({
    queryKey: [DELIVERIES, webhookId, "body", deliveryId],
    queryFn: () => {
      const path = { webhook_id: webhookId, delivery_id: deliveryId };
      return ask(api.GET("/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/body", { params: { path } }));
    },
    enabled,
  });

/** Make a change, and ask anew for all that it may have changed. */
function useChange<Given, Data>(mutationFn: (given: Given) => Promise<Data>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: [WEBHOOKS] });
      void queries.invalidateQueries({ queryKey: [DELIVERIES] });
    },
  });
}

export const useCreate = () => useChange((body: NewWebhook) => ask(api.POST("/api/v1/webhooks", { body })));

export const useSet = (webhookId: string) =>
  useChange((body: Schemas["WebhookSettings"]) => ask(api.PUT("/api/v1/webhooks/{webhook_id}", { ...at(webhookId), body })));

/** Let a webhook be told again, or pause it; all else of it stays. */
export const useActivate = ({ id, name, url, events }: Webhook) =>
  useChange((active: boolean) =>
    ask(api.PUT("/api/v1/webhooks/{webhook_id}", { ...at(id), body: { name, url, active, events: events as NewWebhook["events"] } })),
  );

export const useRemove = (webhookId: string) =>
  useMutation({ mutationFn: () => ask(api.DELETE("/api/v1/webhooks/{webhook_id}", at(webhookId))) });

export const useRotate = (webhookId: string) =>
  useChange(() => ask(api.POST("/api/v1/webhooks/{webhook_id}/rotate-secret", at(webhookId))));

export const useTest = (webhookId: string) =>
  useChange(() => ask(api.POST("/api/v1/webhooks/{webhook_id}/test", at(webhookId))));

export const useReplay = (webhookId: string) =>
  useChange((deliveryId: string) => {
    const path = { webhook_id: webhookId, delivery_id: deliveryId };
    return ask(api.POST("/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay", { params: { path } }));
  });

export const useReplayFailed = (webhookId: string) =>
  useChange(() => ask(api.POST("/api/v1/webhooks/{webhook_id}/replay-failed", at(webhookId))));

export const useReplayPeriod = (webhookId: string) =>
  useChange((body: Schemas["Period"]) => ask(api.POST("/api/v1/webhooks/{webhook_id}/replay", { ...at(webhookId), body })));
