// What the Workspace shows: kept in the address, so that it can be sent and gone back to.

export interface WorkspaceSearch {
  view?: "conversations";
  contact?: string;
  /** A part of a name or number. */
  find?: string;
  pending?: true;
}

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): WorkspaceSearch {
  if (given.view !== "conversations") return {};
  return {
    view: "conversations",
    contact: text(given.contact),
    find: text(given.find)?.slice(0, 100),
    pending: given.pending === true ? true : undefined,
  };
}

/** A number that somebody typed is read as one from the address. */
const text = (value: unknown) =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number" ? String(value) : undefined;
