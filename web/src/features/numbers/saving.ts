// Saves a sheet's changes over what the server has at that moment; what is refused stays a change.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { before, sourceOf, withChanges, type Changes } from "./paths";
import { publishFlow, saveAccount, saveLine } from "./queries";
import type { NewSheet } from "./useNewSheet";

const TOUCHED = new Set(["lines", "flows", "account"]);

export function useSaving(sheet: NewSheet) {
  const queries = useQueryClient();
  const { line, flow, saved, forget, refuse } = sheet;
  return useMutation({
    /** Give the changes that would undo what was saved. */
    mutationFn: async (changes: Changes): Promise<Changes> => {
      const undo = before(saved, changes);
      const of = { params: { path: { line_id: line.id } } };
      const fresh = await ask(api.GET("/api/v1/lines/{line_id}/settings", of));
      const wanted = withChanges({ ...saved, line: fresh }, changes);
      const sources = new Set(Object.keys(changes).map(sourceOf));
      if (sources.has("line")) await saveLine(line.id, wanted.line);
      if (sources.has("flow")) await publishFlow(flow.id, flow.version, wanted.flow);
      if (sources.has("account")) await saveAccount(wanted.account);
      return undo;
    },
    onError: refuse,
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.has(String(queryKey[0])) }),
  });
}
