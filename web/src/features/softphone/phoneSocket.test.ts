import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PhoneSocket } from "./phoneSocket";

const WELCOME = { type: "welcome", username: "browser-1", password: "first", ice_servers: [] };

/** The server's end of the wire. */
class Wire {
  static readonly OPEN = 1;
  static all: Wire[] = [];
  readonly said: string[] = [];
  readyState = Wire.OPEN;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(
    readonly address: string,
    readonly protocols: string[],
  ) {
    Wire.all.push(this);
  }

  static get last(): Wire {
    const last = Wire.all.at(-1);
    if (last === undefined) throw new Error("nobody has connected");
    return last;
  }

  send(text: string): void {
    this.said.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  tell(message: object | string): void {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }
}

function opened(token: string | null = null) {
  const handlers = { welcomed: vi.fn(), lost: vi.fn(), refused: vi.fn() };
  const socket = new PhoneSocket("wss://ringback/api/v1/agents/lea/phone", token, handlers);
  const sip = { connected: vi.fn(), disconnected: vi.fn(), heard: vi.fn() };
  socket.onconnect = sip.connected;
  socket.ondisconnect = sip.disconnected;
  socket.ondata = sip.heard;
  socket.open();
  return { socket, handlers, sip };
}

beforeEach(() => {
  vi.useFakeTimers();
  Wire.all = [];
  vi.stubGlobal("WebSocket", Wire);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the phone's wire", () => {
  it("is told its account before anything of SIP", () => {
    const { socket, handlers, sip } = opened("secret");
    socket.connect();
    expect(Wire.last.protocols).toEqual(["sip", "bearer.secret"]);
    expect(socket.send("REGISTER")).toBe(false);

    Wire.last.tell(WELCOME);
    Wire.last.tell("SIP/2.0 200 OK");

    expect(handlers.welcomed).toHaveBeenCalledWith(expect.objectContaining({ password: "first" }));
    expect(sip.connected).toHaveBeenCalledTimes(1);
    expect(sip.heard).toHaveBeenCalledExactlyOnceWith("SIP/2.0 200 OK");
  });

  it("comes back with a new password after it was cut, ever more slowly", () => {
    const { socket, handlers, sip } = opened();
    socket.connect();
    Wire.last.tell(WELCOME);

    Wire.last.onclose?.();
    expect(handlers.lost).toHaveBeenCalledTimes(1);
    expect(sip.disconnected).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(500);
    Wire.last.onclose?.();
    vi.advanceTimersByTime(999);
    expect(Wire.all).toHaveLength(2);
    vi.advanceTimersByTime(1);
    socket.connect();
    Wire.last.tell({ ...WELCOME, password: "second" });

    expect(Wire.all).toHaveLength(3);
    expect(handlers.welcomed).toHaveBeenLastCalledWith(expect.objectContaining({ password: "second" }));
    expect(sip.connected).toHaveBeenCalledTimes(2);
  });

  it("notices that nobody answers any more", () => {
    const { handlers } = opened();
    Wire.last.tell(WELCOME);
    vi.advanceTimersByTime(4_000);
    expect(Wire.last.said).toEqual(["\r\n\r\n"]);
    Wire.last.tell("\r\n");

    vi.advanceTimersByTime(9_999);
    expect(handlers.lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    expect(handlers.lost).toHaveBeenCalledTimes(1);
  });

  it("tells that it is alive once it has heard so, and a dead one never does", () => {
    const { socket } = opened();
    Wire.last.tell(WELCOME);
    const alive = vi.fn();
    socket.onceAlive(alive);
    expect(Wire.last.said).toEqual(["\r\n\r\n"]);
    expect(alive).not.toHaveBeenCalled();

    Wire.last.tell("\r\n");
    Wire.last.tell("\r\n");
    expect(alive).toHaveBeenCalledTimes(1);

    socket.onceAlive(alive);
    vi.advanceTimersByTime(10_500);
    Wire.last.tell(WELCOME);
    expect(Wire.all).toHaveLength(2);
    expect(alive).toHaveBeenCalledTimes(1);
  });

  it("does not take the phone back from another page by itself", () => {
    const { handlers } = opened();
    Wire.last.tell(WELCOME);

    Wire.last.tell({ type: "goodbye", code: "phone-elsewhere" });
    vi.advanceTimersByTime(60_000);

    expect(handlers.refused).toHaveBeenCalledWith("phone-elsewhere", true);
    expect(Wire.all).toHaveLength(1);
  });

  it("tries again while the phone system is away", () => {
    const { handlers } = opened();

    Wire.last.tell({ type: "goodbye", code: "phone-not-reached" });
    Wire.last.onclose?.();
    vi.advanceTimersByTime(500);

    expect(handlers.refused).toHaveBeenCalledWith("phone-not-reached", false);
    expect(Wire.all).toHaveLength(2);
  });
});
