// The telephone itself: logs in, answers by itself after *Call back*, and carries the sound.

import { C, UA } from "jssip";
import type { IncomingRequest } from "jssip/lib/SIPMessage";
import type { IncomingRTCSessionEvent, RTCSessionListener } from "jssip/lib/UA";
import type { RTCSession } from "jssip/lib/RTCSession";
import { PhoneSocket, type Welcome } from "./phoneSocket";

export type PhoneState =
  | { kind: "connecting"; lost: boolean }
  | { kind: "ready" }
  | { kind: "refused"; code: string };

export interface Shown {
  state: PhoneState;
  /** A call is up, or on its way. */
  inCall: boolean;
}

const REGISTER_SECONDS = 120;
const GATHERING_MS_MAX = 700;
const DOMAIN = "ringback.invalid";

export class Softphone {
  readonly #socket: PhoneSocket;
  readonly #audio = new Audio();
  readonly #listeners = new Set<() => void>();
  #ua: UA | null = null;
  #session: RTCSession | null = null;
  #iceServers: RTCIceServer[] = [];
  #microphone: MediaStreamConstraints = { audio: true };
  #speaker = "";
  /** The wire was another one when the call in progress last spoke. */
  #wireChanged = false;
  #shown: Shown = { state: { kind: "connecting", lost: false }, inCall: false };

  constructor(address: string, token: string | null) {
    this.#audio.autoplay = true;
    this.#socket = new PhoneSocket(address, token, {
      welcomed: (welcome) => {
        this.#welcomed(welcome);
      },
      lost: () => {
        if (this.#shown.state.kind !== "refused") this.#show({ state: { kind: "connecting", lost: this.#ua !== null } });
      },
      refused: (code) => {
        this.#show({ state: { kind: "refused", code } });
      },
    });
  }

  get = (): Shown => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Connect, or try anew at once. */
  start = (): void => {
    this.#show({ state: { kind: "connecting", lost: this.#ua !== null } });
    this.#socket.open();
  };

  /** Leave for good; a call that is up ends. */
  stop(): void {
    this.hangUp();
    this.#ua?.stop();
    this.#ua = null;
    this.#socket.close();
    this.#audio.srcObject = null;
  }

  hangUp = (): void => {
    if (this.#session !== null && !this.#session.isEnded()) this.#session.terminate();
  };

  press(key: string): void {
    if (this.#session?.isEstablished())
      this.#session.sendDTMF(key, { transportType: C.DTMF_TRANSPORT.RFC2833, duration: 160, interToneGap: 60 });
  }

  /** Use these devices from now on, also in the call that is up. */
  soundThrough(microphone: MediaStreamConstraints, speaker: string): void {
    this.#microphone = microphone;
    this.#speaker = speaker;
    choose(this.#audio, speaker);
    const sender = this.#session?.connection.getSenders().find(({ track }) => track?.kind === "audio");
    if (sender === undefined) return;
    void navigator.mediaDevices
      .getUserMedia(microphone)
      .then(async (stream) => {
        sender.track?.stop();
        await sender.replaceTrack(stream.getAudioTracks()[0] ?? null);
      })
      .catch(() => undefined);
  }

  #welcomed({ username, password, ice_servers }: Welcome): void {
    this.#iceServers = ice_servers;
    this.#wireChanged = this.#session !== null;
    if (this.#ua !== null) {
      this.#ua.set("password", password);
      return;
    }
    const ua = new UA({
      sockets: this.#socket,
      uri: `sip:${username}@${DOMAIN}`,
      password,
      register_expires: REGISTER_SECONDS,
      session_timers: false,
      user_agent: "Ringback",
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 1,
    });
    this.#ua = ua;
    ua.on("registered", () => {
      this.#show({ state: { kind: "ready" } });
      this.#speakAgain();
    });
    ua.on("registrationFailed", () => {
      this.#show({ state: { kind: "refused", code: "phone-not-reached" } });
    });
    ua.on("newRTCSession", (({ session, request }: IncomingRTCSessionEvent) => {
      this.#called(session, request);
    }) as RTCSessionListener);
    ua.start();
  }

  /** Answer what came after the agent's own press; nothing else calls this phone. */
  #called(session: RTCSession, request: IncomingRequest): void {
    if (this.#session !== null || !answersByItself(request)) {
      session.terminate({ status_code: 486 });
      return;
    }
    this.#session = session;
    this.#show({ inCall: true });
    const over = () => {
      this.#session = null;
      this.#audio.srcObject = null;
      this.#show({ inCall: false });
    };
    session.on("ended", over);
    session.on("failed", over);
    session.on("peerconnection", ({ peerconnection }) => {
      peerconnection.addEventListener("track", ({ streams, track }) => {
        this.#audio.srcObject = streams[0] ?? new MediaStream([track]);
        choose(this.#audio, this.#speaker);
      });
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    session.on("icecandidate", ({ ready }) => {
      gathering ??= setTimeout(ready, GATHERING_MS_MAX);
    });
    session.answer({
      mediaConstraints: this.#microphone,
      pcConfig: { iceServers: this.#iceServers },
    });
  }

  /** Tell the phone system where the phone of the call in progress is, after the wire was cut. */
  #speakAgain(): void {
    const session = this.#session;
    if (!this.#wireChanged || !session?.isEstablished()) return;
    this.#wireChanged = false;
    const { iceConnectionState } = session.connection;
    const iceRestart = iceConnectionState === "failed" || iceConnectionState === "disconnected";
    session.renegotiate({ rtcOfferConstraints: { iceRestart } });
  }

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function answersByItself(request: IncomingRequest): boolean {
  return /;\s*answer-after=/i.test(request.getHeader("Call-Info") ?? "");
}

function choose(audio: HTMLAudioElement, speaker: string): void {
  if ("setSinkId" in audio) void audio.setSinkId(speaker).catch(() => undefined);
}
