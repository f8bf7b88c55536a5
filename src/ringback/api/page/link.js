// The link to the server: the token, requests, and the live WebSocket with its clock.

const HEARTBEAT_LOST_MS = 9_000;
const RETRY_MS = [250, 500, 1_000, 2_000, 3_000];

export class Refused extends Error {
  constructor(code, message, details) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

// The token comes once in the address's fragment, which no server and no log ever sees;
// it is kept for this tab alone.
export function takeToken() {
  const match = /(?:^#|&)token=([^&]+)/.exec(location.hash);
  if (match) {
    sessionStorage.setItem("ringback-token", decodeURIComponent(match[1]));
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("ringback-token");
}

export const keepToken = (token) => sessionStorage.setItem("ringback-token", token);
export const forgetToken = () => sessionStorage.removeItem("ringback-token");

async function send(method, path, body) {
  const headers = { authorization: `Bearer ${sessionStorage.getItem("ringback-token")}` };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  try {
    return await fetch(`/api/v1${path}`, { method, headers, body: isForm ? body : body && JSON.stringify(body) });
  } catch {
    throw new Refused("unreachable", "unreachable", {});
  }
}

export async function ask(method, path, body) {
  const response = await send(method, path, body);
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Refused(answer.error.code, answer.error.message, answer.error.details);
  return answer;
}

export const upload = (path, form) => ask("POST", path, form);

// Gives the address of a message for this page alone: an address of the server bears no token.
export async function fetchVoicemail(callId) {
  const response = await send("GET", `/calls/${encodeURIComponent(callId)}/voicemail`);
  if (response.ok) return URL.createObjectURL(await response.blob());
  const { error } = await response.json();
  throw new Refused(error.code, error.message, error.details);
}

export async function fetchSound(reference) {
  const response = await send("GET", `/media/${reference}`);
  return response.ok ? URL.createObjectURL(await response.blob()) : null;
}

export class Live {
  #socket = null;
  #agent = null;
  #failures = 0;
  #reconnecting = 0;
  #watching = 0;
  #best = Infinity;
  #offset = 0;

  constructor(handlers) {
    this.handlers = handlers;
    addEventListener("online", () => this.#reconnectSoon(0));
  }

  // The server's clock as this page has measured it.
  now() {
    return Date.now() + this.#offset;
  }

  follow(agentId) {
    this.#agent = agentId;
    this.#reconnectSoon(0);
  }

  #reconnectSoon(delay) {
    this.#stopTimers();
    this.#reconnecting = setTimeout(() => this.#connect(), delay);
  }

  #stopTimers() {
    clearTimeout(this.#reconnecting);
    clearTimeout(this.#watching);
  }

  #connect() {
    this.#stopTimers();
    const old = this.#socket;
    this.#socket = null;
    old?.close();
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/live`, ["ringback"]);
    this.#socket = socket;
    this.#best = Infinity;
    socket.onopen = () => {
      const token = sessionStorage.getItem("ringback-token");
      socket.send(JSON.stringify({ type: "hello", token, agent_id: this.#agent }));
      for (const delay of [0, 150, 600]) setTimeout(() => this.#askTime(socket), delay);
    };
    socket.onmessage = (event) => socket === this.#socket && this.#hear(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.#socket && this.#lost(event.code);
  }

  #askTime(socket) {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ type: "ask-time", sent: performance.now() }));
    }
  }

  #hear(message) {
    this.#watch();
    switch (message.type) {
      case "snapshot":
        this.#failures = 0;
        if (this.#best === Infinity) this.#offset = Date.parse(message.server_time) - Date.now();
        this.handlers.snapshot(message);
        break;
      case "changes":
        this.handlers.changes(message);
        break;
      case "booth":
        this.handlers.booth(message);
        break;
      case "heartbeat":
        this.#socket.send(JSON.stringify({ type: "here" }));
        break;
      case "time":
        this.#measure(message);
        break;
      case "goodbye":
        this.handlers.refused(message.code);
        break;
    }
  }

  #measure({ sent, server_time }) {
    const roundTrip = performance.now() - sent;
    if (roundTrip >= this.#best) return;
    this.#best = roundTrip;
    this.#offset = Date.parse(server_time) + roundTrip / 2 - Date.now();
  }

  // A message tells that the link is alive; a connection that is about to be made stays so.
  #watch() {
    clearTimeout(this.#watching);
    this.#watching = setTimeout(() => {
      this.handlers.lost();
      this.#connect();
    }, HEARTBEAT_LOST_MS);
  }

  #lost(code) {
    if (code === 4401) {
      this.handlers.refused("invalid-token");
      return;
    }
    this.handlers.lost();
    const delay = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)];
    this.#reconnectSoon(delay);
  }
}
