// The phones of the booth: asked for once, then followed by the live feed.

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, ask } from "@/api/client";
import type { BoothPhoneView } from "@/api/views";
import { useLive, useLiveStore } from "@/live/hooks";

export function useBoothLines() {
  const store = useLiveStore();
  const booth = useQuery({ queryKey: ["booth"], queryFn: () => ask(api.GET("/api/v1/booth")) });
  const phones = booth.data?.phones;
  useEffect(() => {
    if (phones !== undefined) store.boothPhones(phones.filter((phone) => !store.get().boothPhones.has(phone.number)));
  }, [phones, store]);
  return booth;
}

export const useBoothPhones = (): readonly BoothPhoneView[] => [...useLive((live) => live.boothPhones).values()];

export type BoothAction =
  | { do: "dial"; lineId: string; withheld: boolean }
  | { do: "press"; digit: string }
  | { do: "answer" | "reject" | "hang-up" };

/** What the phone does; what became of it comes by the live feed, in order. */
export function useBoothActions(number: string | undefined) {
  return useMutation({
    mutationFn: async (action: BoothAction) => {
      if (number === undefined) return;
      const params = { path: { number } };
      switch (action.do) {
        case "dial":
          await ask(
            api.POST("/api/v1/booth/phones/{number}/dial", {
              params,
              body: { line_id: action.lineId, withheld: action.withheld },
            }),
          );
          break;
        case "press":
          await ask(api.POST("/api/v1/booth/phones/{number}/press", { params, body: { digit: action.digit } }));
          break;
        case "answer":
          await ask(api.POST("/api/v1/booth/phones/{number}/answer", { params }));
          break;
        case "reject":
          await ask(api.POST("/api/v1/booth/phones/{number}/reject", { params }));
          break;
        case "hang-up":
          await ask(api.POST("/api/v1/booth/phones/{number}/hang-up", { params }));
          break;
      }
    },
  });
}

/** Tell whether somebody with this number waits to be called back. */
export function useAwaitsCallback(number: string | undefined): boolean {
  return useLive(
    (live) =>
      [...live.callbacks.values()].some(({ customer }) => customer.number === number) ||
      [...live.toCall.values()].some(({ customer, outcome }) => outcome === null && customer.number === number),
  );
}
