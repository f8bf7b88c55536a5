// The telephone itself: logs in, answers by itself after *Call back*, and carries the sound.

import { C, UA } from "jssip";
import type { IncomingRequest } from "jssip/lib/SIPMessage";
import type { IncomingRTCSessionEvent, RTCSessionListener } from "jssip/lib/UA";
import type { RTCSession } from "jssip/lib/RTCSession";
import { openMicrophone } from "./devices";
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
  #microphone = "";
  #speaker = "";
  /** The microphone that is open, which is in calls only. */
  #voice: MediaStreamTrack | null = null;
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
    navigator.mediaDevices.addEventListener("devicechange", this.#replugged);
    this.#show({ state: { kind: "connecting", lost: this.#ua !== null } });
    this.#socket.open();
  };

  /** Leave for good; a call that is up ends. */
  stop(): void {
    navigator.mediaDevices.removeEventListener("devicechange", this.#replugged);
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

  /** Use these devices from now on, also in the call that is up; empty is the system's choice. */
  soundThrough(microphone: string, speaker: string): void {
    this.#speaker = speaker;
    choose(this.#audio, speaker);
    if (microphone === this.#microphone) return;
    this.#microphone = microphone;
    void this.#changeMicrophone();
  }

  /** What was unplugged is silent; the system's choice goes on in its place. */
  #replugged = async (): Promise<void> => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const isThere = devices.some(({ deviceId }) => deviceId === this.#speaker);
    choose(this.#audio, isThere ? this.#speaker : "");
  };

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
      this.#speakThrough(null);
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
      peerconnection.addEventListener("iceconnectionstatechange", () => {
        if (hasLostSound(peerconnection)) this.#socket.onceAlive(this.#speakAgain);
      });
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    session.on("icecandidate", ({ ready }) => {
      gathering ??= setTimeout(ready, GATHERING_MS_MAX);
    });
    void this.#answer(session);
  }

  async #answer(session: RTCSession): Promise<void> {
    const voice = await this.#openMicrophone();
    if (session.isEnded()) {
      voice?.stop();
      return;
    }
    if (voice === null) {
      session.terminate({ status_code: 480 });
      return;
    }
    this.#speakThrough(voice);
    session.answer({ mediaStream: new MediaStream([voice]), pcConfig: { iceServers: this.#iceServers } });
  }

  /** Let the call in progress have the microphone that is chosen now. */
  #changeMicrophone = async (): Promise<void> => {
    const session = this.#session;
    const sender = this.#connection?.getSenders().find(({ track }) => track?.kind === "audio");
    if (session === null || sender === undefined) return;
    const voice = await this.#openMicrophone();
    if (session.isEnded()) voice?.stop();
    else if (voice !== null) {
      this.#speakThrough(voice);
      await sender.replaceTrack(voice);
    }
  };

  /** Give null where no microphone can be had. */
  async #openMicrophone(): Promise<MediaStreamTrack | null> {
    const chosen = this.#microphone;
    const stream = await openMicrophone(chosen).catch(() => null);
    const voice = stream?.getAudioTracks()[0] ?? null;
    if (chosen === this.#microphone) return voice;
    voice?.stop();
    return this.#openMicrophone();
  }

  /** Let go of the microphone before; one that is unplugged is replaced. */
  #speakThrough(voice: MediaStreamTrack | null): void {
    this.#voice?.stop();
    this.#voice = voice;
    voice?.addEventListener("ended", () => void this.#changeMicrophone());
  }

  /** Tell the phone system where this phone and its sound are, after wire or sound were cut. */
  #speakAgain = (): void => {
    const connection = this.#connection;
    if (connection === undefined || this.#shown.state.kind !== "ready") return;
    if (!this.#wireChanged && !hasLostSound(connection)) return;
    // A network that has changed is not noticed by the sound until seconds later.
    if (this.#session?.renegotiate({ rtcOfferConstraints: { iceRestart: true } })) this.#wireChanged = false;
  };

  get #connection(): RTCPeerConnection | undefined {
    return this.#session?.isEstablished() ? this.#session.connection : undefined;
  }

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function answersByItself(request: IncomingRequest): boolean {
  return /;\s*answer-after=/i.test(request.getHeader("Call-Info") ?? "");
}

function hasLostSound({ iceConnectionState }: RTCPeerConnection): boolean {
  return iceConnectionState === "disconnected" || iceConnectionState === "failed";
}

function choose(audio: HTMLAudioElement, speaker: string): void {
  if ("setSinkId" in audio) void audio.setSinkId(speaker).catch(() => undefined);
}
