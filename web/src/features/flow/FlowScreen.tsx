// One Smartflow: loaded whole, then edited.

import { Anchor } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { FlowEditor } from "./FlowEditor";
import { useEverything, useFreshFlows } from "./queries";

export function FlowScreen() {
  const t = useWords();
  const { flowId } = useParams({ from: "/flows/$flowId" });
  const [flows, drafts, lines, teams, messages] = useEverything();
  useFreshFlows();
  const failed = [flows, drafts, lines, teams, messages].find(({ error }) => error !== null);
  const isHere = flows.data !== undefined && drafts.data !== undefined && lines.data !== undefined && teams.data !== undefined && messages.data !== undefined;
  const flow = flows.data?.find(({ id }) => id === flowId) ?? null;
  const draft = drafts.data?.find(({ flow_id }) => flow_id === flowId) ?? null;
  if (isHere && (flow !== null || draft !== null)) {
    const loaded = { flow, draft, lines: lines.data, teams: teams.data, messages: messages.data };
    return <FlowEditor key={flowId} flowId={flowId} loaded={loaded} />;
  }
  return (
    <Screen title={t("flow:screen.title")}>
      {isHere ? (
        <Empty title={t("flow:screen.unknown_title")} words={t("flow:screen.unknown_words")}>
          <Anchor component={Link} to="/flows">
            {t("flow:screen.all")}
          </Anchor>
        </Empty>
      ) : failed === undefined ? (
        <LoadingRows rows={6} height={56} />
      ) : (
        <Problem error={failed.error} title={t("problem.load_title")} retry={() => void failed.refetch()} />
      )}
    </Screen>
  );
}
