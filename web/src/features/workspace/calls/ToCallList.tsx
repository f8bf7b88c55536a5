// The list to call back by hand: who asked or could not be reached, why, and who is on it.

import { Text } from "@mantine/core";
import type { AgentView, CallbackView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import classes from "./Calls.module.css";
import { ToCallRow } from "./ToCallRow";

const SHOWN_MAX = 100;

export function ToCallList({ agent }: { agent: AgentView }) {
  const t = useWords();
  const loading = useLive((live) => live.sequence < 0);
  const toCall = useLive((live) => live.toCall);
  if (loading) return <LoadingRows />;
  if (toCall.size === 0) {
    return <Empty title={t("workspace:calls.none_title")} words={t("workspace:calls.none_words")} />;
  }
  const sorted = [...toCall.values()].sort(oldestFirst);
  return (
    <>
      <ul className={classes.rows}>
        {sorted.slice(0, SHOWN_MAX).map((callback) => (
          <ToCallRow key={callback.id} agent={agent} callback={callback} />
        ))}
      </ul>
      {sorted.length > SHOWN_MAX && (
        <Text size="sm" c="dimmed" p="md">
          {t("workspace:calls.more", { n: sorted.length - SHOWN_MAX })}
        </Text>
      )}
    </>
  );
}

const oldestFirst = (one: CallbackView, other: CallbackView) =>
  Date.parse(one.to_call_since ?? one.requested_at) - Date.parse(other.to_call_since ?? other.requested_at) ||
  one.id.localeCompare(other.id);
