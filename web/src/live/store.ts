// The live store: one for the page, read through selectors by `useLive`.

import type { BoothPhoneView, Changes, FromServer, LiveEvent } from "@/api/views";
import { ServerClock } from "./clock";
import { Link, type Greeting, type LinkPhase } from "./link";
import { EMPTY, standing, withBoothPhones, withChanges, withSnapshot, type LiveState } from "./state";

export interface Live extends LiveState {
  phase: LinkPhase;
}

type ChangesHandler = (events: readonly LiveEvent[], told: Changes) => void;

export class LiveStore {
  readonly clock = new ServerClock();
  /** Told why the server does not let this page follow. */
  refused: (code: string) => void = () => undefined;
  readonly #link: Link;
  readonly #listeners = new Set<() => void>();
  readonly #changesHandlers = new Set<ChangesHandler>();
  #state: Live = { ...EMPTY, phase: "connecting" };

  constructor(address: string) {
    this.#link = new Link(address, this.clock, {
      heard: (message) => {
        this.hear(message);
      },
      phase: (phase) => {
        this.#phase(phase);
      },
      refused: (code) => {
        this.refused(code);
      },
    });
  }

  follow(greeting: Greeting): void {
    this.#link.open(greeting);
  }

  /** Connect anew at once, as when the machine has its network back. */
  reconnect = (): void => {
    this.#link.reopen();
  };

  leave(): void {
    this.#link.close();
    this.#set({ ...EMPTY, phase: "connecting" });
  }

  get = (): Live => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Be told of each batch of events, once, after the state has taken it in. */
  onChanges(handler: ChangesHandler): () => void {
    this.#changesHandlers.add(handler);
    return () => this.#changesHandlers.delete(handler);
  }

  hear(message: FromServer): void {
    switch (message.type) {
      case "snapshot":
        this.#set({ ...this.#state, ...withSnapshot(this.#state, message) });
        break;
      case "changes":
        this.#change(message);
        break;
      case "booth":
        this.boothPhones([message.phone]);
        break;
      case "heartbeat":
        if (message.sequence > this.#state.sequence) this.#link.reopen();
        else this.#set({ ...this.#state, dataAt: message.server_time });
        break;
    }
  }

  boothPhones(phones: readonly BoothPhoneView[]): void {
    this.#set({ ...this.#state, ...withBoothPhones(this.#state, phones) });
  }

  #change(told: Changes): void {
    switch (standing(this.#state, told)) {
      case "known":
        return;
      case "gap":
        this.#link.reopen();
        return;
      case "next":
        this.#set({ ...this.#state, ...withChanges(this.#state, told) });
        for (const handler of this.#changesHandlers) handler(told.events, told);
    }
  }

  #phase(phase: LinkPhase): void {
    if (this.#state.phase !== phase && !(this.#state.phase === "offline" && phase === "reconnecting")) {
      this.#set({ ...this.#state, phase });
    }
  }

  #set(state: Live): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export function liveAddress(at: Location = location): string {
  return `${at.protocol === "https:" ? "wss" : "ws"}://${at.host}/api/v1/live`;
}
