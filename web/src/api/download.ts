// Streams an export into a file of the reader's, row by row.

import { fetchFile } from "./client";
import { save } from "./save";

export interface Written {
  rows: number;
  /** Infinite where the server has not counted them. */
  total: number;
}

type Given = string | number | boolean | readonly string[] | null | undefined;
const NEWLINE = 10;

/** Fetch the rows of an address, tell how many have come, and hand them over as a file. */
export async function downloadRows(
  path: string,
  query: Readonly<Record<string, Given>>,
  name: string,
  tell: (written: Written) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetchFile(`${path}?${asText(query)}`, { signal });
  const counted = response.headers.get("x-total-rows");
  const total = counted === null ? Infinity : Number(counted);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let rows = 0;
  for (const reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    rows += countLines(value);
    tell({ rows: Math.min(rows, total), total });
  }
  save(new Blob(parts, { type: response.headers.get("content-type") ?? "" }), name);
}

/** Fetch a file of the server's, and hand it over under a name. */
export async function downloadFile(path: string, name: string): Promise<void> {
  save(await (await fetchFile(path)).blob(), name);
}

function countLines(part: Uint8Array): number {
  let lines = 0;
  for (const byte of part) if (byte === NEWLINE) lines += 1;
  return lines;
}

function asText(query: Readonly<Record<string, Given>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly string[]) : [value])
      .filter((each) => each != null)
      .map((each): [string, string] => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}
