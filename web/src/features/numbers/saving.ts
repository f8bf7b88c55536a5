// Saves a sheet's changes over what was seen; what is refused stays a change.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { before, sourceOf, withChanges, type Changes } from "./paths";
import { publishFlow, saveAccount, saveLine } from "./queries";
import type { NewSheet } from "./useNewSheet";

const TOUCHED = new Set(["lines", "flows", "account"]);

export function useSaving(sheet: NewSheet) {
  const queries = useQueryClient();
  const { line, flow, accountTag, saved, forget, refuse } = sheet;
  return useMutation({
    /** Give the changes that would undo what was saved. */
    mutationFn: async (changes: Changes): Promise<Changes> => {
      const undo = before(saved, changes);
      const wanted = withChanges(saved, changes);
      const sources = new Set(Object.keys(changes).map(sourceOf));
      if (sources.has("line")) await saveLine(line, wanted.line);
      if (sources.has("flow")) await publishFlow(flow.id, flow.version, wanted.flow);
      if (sources.has("account")) await saveAccount(accountTag, wanted.account);
      return undo;
    },
    onError: refuse,
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.has(String(queryKey[0])) }),
  });
}
