// What an agent sees all day: the card, and the calls of their lines.

import { Text } from "@mantine/core";
import { useSession } from "@/api/useSession";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useAgent, useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Screen } from "@/ui/Screen";
import { AskToRing } from "./AskToRing";
import classes from "./Workspace.module.css";
import { CallsPanel } from "./calls/CallsPanel";
import { AgentCard } from "./card/AgentCard";
import { useShortcuts } from "./preferences";

export function WorkspaceScreen() {
  const t = useWords();
  const { agentId, mayBeAnyAgent } = useSession();
  const agent = useAgent(agentId);
  const loading = useLive((live) => live.sequence < 0) || (agentId === null && mayBeAnyAgent);
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
          <CallsPanel agent={agent} />
        </div>
      </div>
    </div>
  );
}
