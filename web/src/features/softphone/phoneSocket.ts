// The phone's wire: the server first says with what to log in, then all is SIP. It comes back by
// itself, and JsSIP uses it as one of its own sockets.

import type { Socket } from "jssip";

export interface Welcome {
  username: string;
  password: string;
  ice_servers: RTCIceServer[];
}

export interface WireHandlers {
  /** Told at each connection, before JsSIP may use it. */
  welcomed: (welcome: Welcome) => void;
  lost: () => void;
  /** The server does not want this page's phone; `final` ones are not tried again. */
  refused: (code: string, final: boolean) => void;
}

const IS_ALIVE = "\r\n\r\n";
const YES_IT_IS = "\r\n";
const ASK_EVERY_MS = 4_000;
const SILENCE_MS_MAX = 10_000;
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** Trying again would change nothing, or take the phone away from another page. */
const FINAL = new Set(["phone-elsewhere", "no-browser-phone", "not-signed-in", "invalid-token", "not-permitted", "unknown-agent"]);

export class PhoneSocket implements Socket {
  readonly url: string;
  readonly sip_uri: string;
  via_transport: string;
  onconnect: Socket["onconnect"] = () => undefined;
  ondisconnect: Socket["ondisconnect"] = () => undefined;
  ondata: Socket["ondata"] = () => undefined;
  readonly #protocols: string[];
  readonly #handlers: WireHandlers;
  #socket: WebSocket | null = null;
  #welcomed = false;
  /** Whether JsSIP waits for a connection, or uses one. */
  #wanted = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ask: ReturnType<typeof setInterval> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #alive: (() => void) | null = null;

  constructor(address: string, token: string | null, handlers: WireHandlers) {
    const { protocol, host } = new URL(address);
    this.url = address;
    this.via_transport = protocol === "wss:" ? "WSS" : "WS";
    this.sip_uri = `sip:${host};transport=ws`;
    this.#protocols = token === null ? ["sip"] : ["sip", `bearer.${token}`];
    this.#handlers = handlers;
  }

  /** Connect, or connect anew at once, as when the machine has its network back. */
  open = (): void => {
    this.#drop();
    this.#begin();
  };

  close(): void {
    this.#drop();
  }

  /** Tell once the other end has answered; never, where the wire turns out to be dead. */
  onceAlive(handler: () => void): void {
    this.#alive = handler;
    this.send(IS_ALIVE);
  }

  // ---- what JsSIP asks

  connect(): void {
    this.#wanted = true;
    if (this.isConnected()) queueMicrotask(() => {
      this.onconnect();
    });
  }

  disconnect(): void {
    this.#wanted = false;
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (!this.isConnected()) return false;
    this.#socket?.send(message as string);
    return true;
  }

  isConnected(): boolean {
    return this.#welcomed && this.#socket?.readyState === WebSocket.OPEN;
  }

  isConnecting(): boolean {
    return this.#socket !== null && !this.#welcomed;
  }

  // ---- the wire itself

  #begin(): void {
    const socket = new WebSocket(this.url, this.#protocols);
    this.#socket = socket;
    this.#watchSilence();
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      if (socket === this.#socket) this.#hear(data);
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#lose();
    };
  }

  #hear(data: string): void {
    this.#watchSilence();
    const alive = this.#alive;
    this.#alive = null;
    alive?.();
    if (data === YES_IT_IS) return;
    if (data.startsWith("{")) this.#told(JSON.parse(data) as Told);
    else this.ondata(data);
  }

  #told(told: Told): void {
    if (told.type === "goodbye") {
      const final = FINAL.has(told.code);
      this.#handlers.refused(told.code, final);
      if (final) {
        this.#drop();
        this.ondisconnect(true);
      }
      return;
    }
    this.#failures = 0;
    this.#welcomed = true;
    this.#ask = setInterval(() => {
      this.send(IS_ALIVE);
    }, ASK_EVERY_MS);
    this.#handlers.welcomed(told);
    if (this.#wanted) this.onconnect();
  }

  #watchSilence(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#lose();
    }, SILENCE_MS_MAX);
  }

  #lose(): void {
    const wasWelcomed = this.#welcomed;
    this.#drop();
    const delay = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0;
    this.#failures += 1;
    this.#retry = setTimeout(this.open, delay);
    this.#handlers.lost();
    if (wasWelcomed && this.#wanted) {
      this.#wanted = false;
      this.ondisconnect(true);
    }
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    clearInterval(this.#ask);
    this.#alive = null;
    const old = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    old?.close();
  }
}

type Told = ({ type: "welcome" } & Welcome) | { type: "goodbye"; code: string };

export function phoneAddress(agentId: string, at: Location = location): string {
  return `${at.protocol === "https:" ? "wss" : "ws"}://${at.host}/api/v1/agents/${encodeURIComponent(agentId)}/phone`;
}
