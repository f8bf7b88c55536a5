// What an agent sees all day.

import { useSession } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useAgent, useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Screen } from "@/ui/Screen";

export function WorkspaceScreen() {
  const t = useWords();
  const { agentId } = useSession();
  const agent = useAgent(agentId);
  const loading = useLive((live) => live.sequence < 0);
  return (
    <Screen title={t("workspace:title")}>
      {agent !== undefined && agent.name}
      {agent === undefined &&
        (loading ? (
          <LoadingRows />
        ) : (
          <Empty title={t("workspace:no_agent_title")} words={t("workspace:no_agent_words")} />
        ))}
    </Screen>
  );
}
