// A server's end of a WebSocket, in the place of the browser's.

import { vi } from "vitest";
import type { FromPage, FromServer } from "@/api/views";

export class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (last === undefined) throw new Error("nobody has connected");
    return last;
  }

  readonly said: FromPage[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.said.push(JSON.parse(text) as FromPage);
  }

  close(): void {
    this.readyState = 3;
  }

  accept(...messages: FromServer[]): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    for (const message of messages) this.tell(message);
  }

  tell(message: FromServer): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  cut(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

export function useFakeSockets(): void {
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
}
