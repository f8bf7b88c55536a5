// Makes the sheet: changes over what the server has, until they are saved or thrown away.

import { useMemo, useState } from "react";
import type { Sheet as Seen } from "@/api/client";
import { useMay } from "@/api/useSession";
import { useChanges } from "@/ui/sheet/useChanges";
import { valueAt, withChanges, type AccountSettings, type Path, type Sources } from "./paths";
import type { FlowView, LineView, MessageView, TeamView } from "./queries";
import type { Sheet } from "./sheet";
import { useRefusals } from "./useRefusals";

export interface Loaded {
  line: LineView;
  flow: FlowView;
  account: Seen<AccountSettings>;
  lines: readonly LineView[];
  flows: readonly FlowView[];
  messages: readonly MessageView[];
  teams: readonly TeamView[];
}

export interface NewSheet extends Sheet {
  refuse: (error: unknown) => void;
  clashes: boolean;
}

export function useNewSheet(loaded: Loaded): NewSheet {
  const { line, flow, account } = loaded;
  const [error, refuse] = useState<unknown>(null);
  const refusals = useRefusals()(error);
  const mayChange = useMay("settings.change");
  const mayChangeAccount = useMay("account.change");
  const saved = useMemo<Sources>(() => ({ line: line.settings, flow: flow.settings, account: account.settings }), [line, flow, account]);
  const { changes, clashes, change, forget } = useChanges((path) => valueAt(saved, path));
  const wanted = useMemo(() => withChanges(saved, changes), [saved, changes]);
  return {
    ...loaded,
    accountTag: account.etag,
    saved,
    wanted,
    changes,
    set: (path: Path, value) => {
      change({ [path]: value });
      refuse(null);
    },
    forget: () => {
      forget();
      refuse(null);
    },
    refused: refusals,
    refuse,
    clashes,
    mayChange,
    mayChangeAccount,
  };
}
