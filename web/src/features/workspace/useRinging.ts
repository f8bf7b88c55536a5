// Rings where it can be noticed: in the tab's title, and, if wanted, aloud and by a notification.

import { useEffect, useRef } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useCustomerName } from "@/ui/customer";
import { useRingAloud } from "./preferences";
import { startRinging } from "./ringTone";

export function useRinging(agent: AgentView | undefined): void {
  const t = useWords();
  const customerName = useCustomerName();
  const [aloud] = useRingAloud();
  const offer = agent?.conversation === null && agent.offer?.state === "ringing" ? agent.offer : null;
  const kind = t(offer?.kind === "call" ? "workspace:card.kind_call" : "workspace:card.kind_callback");
  const who = offer === null ? "" : customerName(offer.customer);
  useRingingTitle(offer === null ? null : t("workspace:ring.title", { kind, who }));

  const id = offer?.id ?? null;
  const told = useRef({ kind, who });
  useEffect(() => {
    told.current = { kind, who };
  }, [kind, who]);

  useEffect(() => {
    if (id === null || aloud !== true) return undefined;
    const stopRinging = startRinging();
    const notification = notify(told.current.kind, told.current.who, id);
    return () => {
      stopRinging();
      notification?.close();
    };
  }, [id, aloud]);
}

/** Keep the title ringing, whatever a screen makes of it meanwhile. */
function useRingingTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return undefined;
    let before = document.title;
    document.title = title;
    const element = document.querySelector("title");
    const watching = new MutationObserver(() => {
      if (document.title === title) return;
      before = document.title;
      document.title = title;
    });
    if (element !== null) watching.observe(element, { childList: true });
    return () => {
      watching.disconnect();
      document.title = before;
    };
  }, [title]);
}

function notify(title: string, body: string, tag: string): Notification | null {
  const wanted = document.hidden && "Notification" in globalThis && Notification.permission === "granted";
  if (!wanted) return null;
  const notification = new Notification(title, { body, tag, icon: "/favicon.ico" });
  notification.onclick = () => {
    focus();
    notification.close();
  };
  return notification;
}
