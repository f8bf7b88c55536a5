// Makes what all parts of the editor share, and takes over what others have saved meanwhile.

import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { useMay } from "@/api/useSession";
import { language } from "@/i18n";
import type { MessageView } from "@/ui/messages/queries";
import type { Asked, Shared } from "./context";
import { isDirty, newEditor, reduce, type Seen } from "./editor";
import type { FlowSettings } from "./model";
import { outlineOf } from "./outline";
import { useTrying, type Trying } from "./trial/useTrying";
import { useCheck, type DraftView, type FlowView, type LineView, type ProblemView, type TeamView } from "./queries";

const CHECKED_AFTER_MS = 350;
const NONE: readonly ProblemView[] = [];

export interface Loaded {
  flow: FlowView | null;
  draft: DraftView | null;
  lines: readonly LineView[];
  teams: readonly TeamView[];
  messages: readonly MessageView[];
}

export interface Made extends Shared {
  trying: Trying;
  asked: Asked | null;
  said: string;
  /** What the server has, when it is not what was edited here. */
  theirs: { flow: FlowSettings; seen: Seen } | null;
  checking: boolean;
  checkFailed: unknown;
}

const EMPTY: FlowSettings = { name: "", first: "", steps: [] };

export const contentOf = ({ flow, draft }: Loaded): FlowSettings => draft?.settings ?? flow?.settings ?? EMPTY;
export const seenOf = ({ flow, draft }: Loaded): Seen => ({ draft: draft?.draft ?? 0, version: flow?.version ?? 0 });

export function useShared(flowId: string, loaded: Loaded): Made {
  const { flow, draft, lines, teams, messages } = loaded;
  const [editor, dispatch] = useReducer(reduce, loaded, (first) => newEditor(contentOf(first), seenOf(first)));
  const [asked, ask] = useState<Asked | null>(null);
  const [said, say] = useState("");
  const mayChange = useMay("settings.change");
  const outline = useMemo(() => outlineOf(editor.flow), [editor.flow]);
  const [settled] = useDebouncedValue(editor.flow, CHECKED_AFTER_MS);
  const check = useCheck(flowId, settled);
  const seen = seenOf(loaded);
  const isOther = seen.draft !== editor.seen.draft || seen.version !== editor.seen.version;
  const dirty = isDirty(editor);
  useEffect(() => {
    if (isOther && !dirty) dispatch({ type: "take", flow: contentOf(loaded), seen: seenOf(loaded) });
  }, [isOther, dirty, loaded]);
  const own = useMemo(() => lines.filter(({ settings }) => settings.flow_id === flowId), [lines, flowId]);
  const circumstances = {
    language: own[0]?.settings.language ?? language(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    team: teams.length === 1 ? (teams[0]?.id ?? "") : "",
  };
  const command: Shared["command"] = useCallback((wish, about) => {
    dispatch({ type: "run", command: wish, about });
  }, []);
  const problems = check.data?.problems ?? NONE;
  const trying = useTrying(flowId, editor.flow, teams, problems);
  return {
    trying,
    reached: trying.reached,
    ...{ flowId, editor, dispatch, command, outline, flow, draft, lines, own, teams, messages, circumstances, mayChange, ask, say, asked, said },
    problems,
    warnings: check.data?.warnings ?? NONE,
    checking: check.isFetching || settled !== editor.flow,
    checkFailed: check.error,
    theirs: isOther && dirty ? { flow: contentOf(loaded), seen } : null,
    inspect: () => undefined,
  };
}
