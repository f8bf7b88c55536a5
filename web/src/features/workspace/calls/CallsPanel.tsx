// The calls of an agent's lines: first those to call back, then all that have ended.

import { SegmentedControl } from "@mantine/core";
import { Suspense, lazy, useState, type ReactNode } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Panel } from "@/ui/Panel";
import { LoadingRows } from "@/ui/LoadingRows";
import { ToCallList } from "./ToCallList";

const PastCalls = lazy(async () => ({ default: (await import("./PastCalls")).PastCalls }));

type Which = "callback" | "all";

export function CallsPanel({ agent, views }: { agent: AgentView; views: ReactNode }) {
  const t = useWords();
  const [which, choose] = useState<Which>("callback");
  const count = useLive((live) => live.toCall.size);
  return (
    <Panel
      title={t("workspace:calls.title")}
      views={views}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t("workspace:calls.which")}
          value={which}
          onChange={choose}
          data={[
            { value: "callback", label: count === 0 ? t("workspace:calls.filter_callback") : `${t("workspace:calls.filter_callback")} (${count})` },
            { value: "all", label: t("workspace:calls.filter_all") },
          ]}
        />
      }
    >
      {which === "callback" ? <ToCallList agent={agent} /> : (
        <Suspense fallback={<LoadingRows />}>
          <PastCalls agent={agent} />
        </Suspense>
      )}
    </Panel>
  );
}
