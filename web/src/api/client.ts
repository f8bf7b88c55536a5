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

/** Give what a request answers, as in `ask(api.GET("/api/v1/agents"))`; throws `Refused`. */
export async function ask<Data>(request: Promise<Answer<Data>>): Promise<Data> {
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

/** Settings as they were read, and the tag by which the server knows what was seen. */
export interface Sheet<Settings> {
  settings: Settings;
  etag: string;
}

/** Give settings with their tag; throws `Refused`. */
export async function askSheet<Settings>(request: Promise<Answer<Settings>>): Promise<Sheet<Settings>> {
  let etag = "";
  const settings = await ask(
    request.then((answer) => {
      etag = (answer.response.headers.get("etag") ?? "").replaceAll('"', "");
      return answer;
    }),
  );
  return { settings, etag };
}

/** Save only what is still as it was seen: a part of a request. */
export const asSeen = (etag: string) => ({ header: { "if-match": `"${etag}"` } });

/** Send a form with a file, and give what the server answers; throws `Refused`. */
export async function sendForm<Data>(path: string, body: FormData): Promise<Data> {
  const response = await fetchAs(path, { method: "POST", body });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusedBy(answer, response.status);
  return answer as Data;
}

/** Give an address of this page for a sound of the server's; the caller revokes it. */
export async function fetchSound(path: string): Promise<string> {
  return URL.createObjectURL(await (await fetchFile(path)).blob());
}

/** Fetch what is no JSON; throws `Refused`, or what the signal was aborted with. */
export async function fetchFile(path: string, request?: RequestInit): Promise<Response> {
  const response = await fetchAs(path, request);
  if (!response.ok) throw refusedBy(await response.json(), response.status);
  return response;
}

async function fetchAs(path: string, request: RequestInit = {}): Promise<Response> {
  const headers = new Headers();
  const given = token();
  if (given !== null) headers.set("authorization", `Bearer ${given}`);
  return fetch(BASE + path, { ...request, headers }).catch((error: unknown) => {
    throw error instanceof TypeError ? new Refused(UNREACHABLE, "") : error;
  });
}
