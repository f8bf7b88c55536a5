// What an agent sees all day: the card, and the calls and conversations of their lines.

import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { useSession } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { withWords } from "@/i18n";
import { useWords } from "@/i18n/words";
import { useAgent, useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Screen } from "@/ui/Screen";
import { AskToRing } from "./AskToRing";
import { ViewChoice } from "./ViewChoice";
import classes from "./Workspace.module.css";
import { CallsPanel } from "./calls/CallsPanel";
import { AgentCard } from "./card/AgentCard";
import { useShortcuts } from "./preferences";
import { readSearch } from "./search";

const route = getRouteApi("/workspace");
const Conversations = lazy(async () => ({
  default: (await withWords(import("./conversations/Conversations"), "conversations")).Conversations,
}));

export function WorkspaceScreen() {
  const t = useWords();
  const { agentId, mayBeAnyAgent } = useSession();
  const agent = useAgent(agentId);
  const hasAgents = useLive((live) => live.agents.size > 0);
  const loading = useLive((live) => live.sequence < 0) || (agentId === null && mayBeAnyAgent && hasAgents);
  return (
    <Screen title={t("workspace:title")}>
      {agent !== undefined && <Work key={agent.id} agent={agent} />}
      {agent === undefined &&
        (loading ? (
          <LoadingRows />
        ) : (
          <Empty title={t("workspace:no_agent_title")} words={t("workspace:no_agent_words")} />
        ))}
    </Screen>
  );
}

function Work({ agent }: { agent: AgentView }) {
  const t = useWords();
  const [shortcuts] = useShortcuts();
  return (
    <div className={classes.frame}>
      <div className={classes.columns}>
        <div className={classes.mine}>
          <AgentCard agent={agent} />
          {shortcuts && (
            <Text size="xs" c="dimmed" visibleFrom="sm">
              {t("workspace:card.keys")}
            </Text>
          )}
        </div>
        <AskToRing />
        <div className={classes.calls}>
          <Left agent={agent} />
        </div>
      </div>
    </div>
  );
}

function Left({ agent }: { agent: AgentView }) {
  const t = useWords();
  const search = readSearch({ ...route.useSearch() });
  const views = <ViewChoice view={search.view} />;
  if (search.view !== "conversations") return <CallsPanel agent={agent} views={views} />;
  return (
    <Panel title={t("workspace:conversations")} views={views}>
      <Suspense fallback={<LoadingRows />}>
        <Conversations agent={agent} search={search} />
      </Suspense>
    </Panel>
  );
}
