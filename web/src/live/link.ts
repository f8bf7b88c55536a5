// The live connection: greets, answers heartbeats, measures the clock, and comes back with back-off.

import type { FromPage, FromServer } from "@/api/views";
import type { ServerClock } from "./clock";

const SILENCE_MS_MAX = 9_000;
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];
const MEASURE_AFTER_MS = [0, 150, 600];
/** After so long without a connection we say that we are offline, not that we are coming back. */
export const OFFLINE_AFTER_MS = 15_000;
const NOT_LET_IN = 4401;

export type LinkPhase = "connecting" | "live" | "reconnecting" | "offline";

export interface LinkHandlers {
  heard: (message: FromServer) => void;
  phase: (phase: LinkPhase) => void;
  refused: (code: string) => void;
}

export interface Greeting {
  token: string | null;
  agent_id: string | null;
}

export class Link {
  readonly #address: string;
  readonly #clock: ServerClock;
  readonly #handlers: LinkHandlers;
  #greeting: Greeting = { token: null, agent_id: null };
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #giveUp: ReturnType<typeof setTimeout> | undefined;
  #everLive = false;

  constructor(address: string, clock: ServerClock, handlers: LinkHandlers) {
    this.#address = address;
    this.#clock = clock;
    this.#handlers = handlers;
  }

  /** Connect, or connect anew as somebody else. */
  open(greeting: Greeting): void {
    this.#greeting = greeting;
    this.reopen();
  }

  /** Begin anew with a fresh snapshot. */
  reopen = (): void => {
    this.#stopTimers();
    const old = this.#socket;
    this.#socket = null;
    old?.close();
    this.#connect();
  };

  close(): void {
    this.#stopTimers();
    clearTimeout(this.#giveUp);
    this.#giveUp = undefined;
    this.#everLive = false;
    const old = this.#socket;
    this.#socket = null;
    old?.close();
  }

  #connect(): void {
    const socket = new WebSocket(this.#address, ["ringback"]);
    this.#socket = socket;
    this.#clock.begin();
    socket.onopen = () => {
      this.#say(socket, { type: "hello", ...this.#greeting });
      for (const delay of MEASURE_AFTER_MS) {
        setTimeout(() => {
          this.#say(socket, { type: "ask-time", sent: performance.now() });
        }, delay);
      }
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (socket === this.#socket) this.#hear(socket, JSON.parse(event.data) as FromServer);
    };
    socket.onclose = (event) => {
      if (socket === this.#socket) this.#lost(event.code);
    };
  }

  #say(socket: WebSocket, message: FromPage): void {
    if (socket === this.#socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  #hear(socket: WebSocket, message: FromServer): void {
    this.#watchSilence();
    switch (message.type) {
      case "snapshot":
        this.#failures = 0;
        this.#everLive = true;
        clearTimeout(this.#giveUp);
        this.#giveUp = undefined;
        this.#clock.guess(message.server_time, Date.now());
        this.#handlers.heard(message);
        this.#handlers.phase("live");
        break;
      case "heartbeat":
        this.#say(socket, { type: "here" });
        this.#handlers.heard(message);
        break;
      case "time":
        this.#clock.measure(message.server_time, performance.now() - message.sent, Date.now());
        break;
      case "goodbye":
        this.#handlers.refused(message.code);
        break;
      default:
        this.#handlers.heard(message);
    }
  }

  #watchSilence(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#lost(0);
    }, SILENCE_MS_MAX);
  }

  #lost(code: number): void {
    this.#stopTimers();
    const old = this.#socket;
    this.#socket = null;
    old?.close();
    if (code === NOT_LET_IN) {
      this.#handlers.refused("not-signed-in");
      return;
    }
    this.#handlers.phase(this.#everLive ? "reconnecting" : "connecting");
    this.#giveUp ??= setTimeout(() => {
      this.#handlers.phase("offline");
    }, OFFLINE_AFTER_MS);
    const delay = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0;
    this.#failures += 1;
    this.#retry = setTimeout(() => {
      this.#connect();
    }, delay);
  }

  #stopTimers(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
  }
}
