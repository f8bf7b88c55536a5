// The one way to the server: typed by what it says of itself, every refusal thrown as `Refused`.

import createClient, { type Middleware } from "openapi-fetch";
import { Refused, UNREACHABLE, refusedBy } from "./refused";
import type { paths } from "./schema";
import { token } from "./token";

const BASE = "/api/v1";

const withToken: Middleware = {
  onRequest({ request }) {
    const given = token();
    if (given !== null) request.headers.set("authorization", `Bearer ${given}`);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => fetch(request) });
api.use(withToken);

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Give what a typed request answers: `ask(api.GET("/api/v1/agents"))`; throws `Refused`. */
export async function ask<Data>(request: Promise<Answer<Data>>): Promise<Data>;
/** The same for an address that the server does not describe. */
export async function ask<Data>(method: string, path: string, body?: unknown): Promise<Data>;
export async function ask<Data>(given: Promise<Answer<Data>> | string, path = "", body?: unknown): Promise<Data> {
  const request = typeof given === "string" ? untyped<Data>(given, path, body) : given;
  let answer: Answer<Data>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(UNREACHABLE, "");
    throw error;
  }
  if (!answer.response.ok) throw refusedBy(answer.error, answer.response.status);
  return answer.data as Data;
}

async function untyped<Data>(method: string, path: string, body: unknown): Promise<Answer<Data>> {
  const response = await send(method, path, body);
  const text = await response.text();
  const read: unknown = text === "" ? undefined : JSON.parse(text);
  return response.ok ? { data: read as Data, response } : { error: read, response };
}

function send(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = new Headers();
  const given = token();
  if (given !== null) headers.set("authorization", `Bearer ${given}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  return fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}

/** Give an address of this page for a sound of the server's; the caller revokes it. */
export async function fetchSound(path: string): Promise<string> {
  const response = await send("GET", path).catch(() => {
    throw new Refused(UNREACHABLE, "");
  });
  if (!response.ok) throw refusedBy(await response.json(), response.status);
  return URL.createObjectURL(await response.blob());
}
