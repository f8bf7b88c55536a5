// One phone for the page, for as long as its agent's phone is in the page.

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { token } from "@/api/token";
import { useMicrophone, useSpeaker } from "./devices";
import { askForMicrophone, lookAtMicrophone, type MicrophoneState } from "./microphone";
import { phoneAddress } from "./phoneSocket";
import { Softphone, type Shown } from "./softphone";

export interface Phone extends Shown {
  /** null until it has been looked at. */
  microphone: MicrophoneState | null;
  allow: () => void;
  tryAgain: () => void;
  press: (key: string) => void;
}

export function useSoftphone(agentId: string): Phone {
  const [microphone] = useMicrophone();
  const [speaker] = useSpeaker();
  const [allowed, setAllowed] = useState<MicrophoneState | null>(null);
  const phone = useMemo(
    () => (allowed === "allowed" ? new Softphone(phoneAddress(agentId), token()) : null),
    [agentId, allowed],
  );

  useEffect(() => {
    void lookAtMicrophone().then(setAllowed);
  }, []);

  useEffect(() => {
    phone?.soundThrough(microphone, speaker);
  }, [phone, microphone, speaker]);

  useEffect(() => {
    if (phone === null) return undefined;
    phone.start();
    addEventListener("online", phone.start);
    addEventListener("pagehide", phone.hangUp);
    return () => {
      removeEventListener("online", phone.start);
      removeEventListener("pagehide", phone.hangUp);
      phone.stop();
    };
  }, [phone]);

  const shown = useSyncExternalStore(phone?.subscribe ?? NOTHING.subscribe, phone?.get ?? NOTHING.get);
  useStayWhileTalking(shown.inCall);
  return useMemo(
    () => ({
      ...shown,
      microphone: allowed,
      allow: () => {
        void askForMicrophone(microphone).then(setAllowed);
      },
      tryAgain: () => phone?.start(),
      press: (key: string) => phone?.press(key),
    }),
    [shown, allowed, microphone, phone],
  );
}

/** Ask before a page that is left would end the call. */
function useStayWhileTalking(inCall: boolean): void {
  useEffect(() => {
    if (!inCall) return undefined;
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener("beforeunload", stay);
    return () => {
      removeEventListener("beforeunload", stay);
    };
  }, [inCall]);
}

const AT_FIRST: Shown = { state: { kind: "connecting", lost: false }, inCall: false };
const NOTHING = { subscribe: () => () => undefined, get: () => AT_FIRST };
