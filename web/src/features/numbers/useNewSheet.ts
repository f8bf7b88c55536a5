// Makes the sheet: changes over what the server has, until they are saved or thrown away.

import { useMemo, useState } from "react";
import { useMay } from "@/api/useSession";
import { outstanding, withChanges, type AccountSettings, type Changes, type Path, type Sources } from "./paths";
import type { FlowView, LineView, MessageView, TeamView } from "./queries";
import type { Sheet } from "./sheet";
import { useRefusals } from "./useRefusals";

export interface Loaded {
  line: LineView;
  flow: FlowView;
  account: AccountSettings;
  lines: readonly LineView[];
  flows: readonly FlowView[];
  messages: readonly MessageView[];
  teams: readonly TeamView[];
}

export interface NewSheet extends Sheet {
  refuse: (error: unknown) => void;
}

export function useNewSheet(loaded: Loaded): NewSheet {
  const { line, flow, account } = loaded;
  const [entered, enter] = useState<Changes>({});
  const [error, refuse] = useState<unknown>(null);
  const refusals = useRefusals()(error);
  const mayChange = useMay("settings.change");
  const mayChangeAccount = useMay("account.change");
  const saved = useMemo<Sources>(() => ({ line: line.settings, flow: flow.settings, account }), [line, flow, account]);
  const changes = useMemo(() => outstanding(saved, entered), [saved, entered]);
  const wanted = useMemo(() => withChanges(saved, changes), [saved, changes]);
  return {
    ...loaded,
    saved,
    wanted,
    changes,
    set: (path: Path, value) => {
      enter((earlier) => ({ ...earlier, [path]: value }));
      refuse(null);
    },
    forget: () => {
      enter({});
      refuse(null);
    },
    refused: refusals,
    refuse,
    mayChange,
    mayChangeAccount,
  };
}
