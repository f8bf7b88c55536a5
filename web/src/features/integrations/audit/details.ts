// What an entry of the log says beside who and what, as names and values that people can read.

/** One value: how to name it, by its path, and what it is. */
export interface Value {
  path: string;
  value: string;
}

const VALUES_MAX = 200;

/** Take nested values apart, so that each stands on a line of its own. */
export function flattened(given: unknown, path = ""): Value[] {
  if (given === null || typeof given !== "object") return [{ path, value: written(given) }];
  if (Array.isArray(given) && given.every((each) => each === null || typeof each !== "object")) {
    return [{ path, value: given.length === 0 ? "–" : given.map(written).join(", ") }];
  }
  const parts = Object.entries(given).flatMap(([name, value]) => flattened(value, path === "" ? name : `${path} › ${name}`));
  return parts.slice(0, VALUES_MAX);
}

function written(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
