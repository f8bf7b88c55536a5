// One row per queue: how many wait in it, and who is there to serve them.

import { Text } from "@mantine/core";
import type { QueueView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useNow } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Flash } from "./Flash";
import classes from "./Monitoring.module.css";
import { LATE_AFTER_MS } from "./Waited";
import { useLines } from "./queries";
import { useBoard } from "./useEntries";

export function QueuesPanel() {
  const t = useWords();
  const { queues } = useBoard();
  const lines = useLines().data ?? [];
  const sorted = [...queues.values()].sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
  return (
    <Panel title={t("monitoring:queues.title")}>
      {sorted.length === 0 ? (
        <Empty title={t("monitoring:queues.none_title")} words={t("monitoring:queues.none_words")} />
      ) : (
        <ul className={classes.rows}>
          {sorted.map((queue) => (
            <QueueRow
              key={queue.id}
              queue={queue}
              numbers={lines.filter(({ settings }) => settings.flow_id === queue.flow_id).map(({ settings }) => settings.name)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Queues of several numbers may bear one name, since it says whom they ring. */
function QueueRow({ queue, numbers }: { queue: QueueView; numbers: readonly string[] }) {
  const t = useWords();
  const format = useFormat();
  const { agents, estimated_wait_seconds: estimate, items, name, total } = queue;
  const now = useNow();
  const longest = items.map(({ since }) => Date.parse(since)).sort((one, other) => one - other).at(0);
  const isLate = longest !== undefined && now - longest > LATE_AFTER_MS;
  const callbacks = items.filter(({ kind }) => kind === "callback").length;
  const told = [
    t("monitoring:queues.available", { n: agents.available }),
    t("monitoring:queues.ringing", { n: agents.ringing }),
    t("monitoring:queues.busy", { n: agents.busy }),
    t("monitoring:queues.absent", { n: agents.absent }),
  ];
  return (
    <li className={classes.queue}>
      <div className={classes.who}>
        <Text fw={550} truncate>
          {[name, ...numbers].join(" · ")}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {told.join(" · ")}
        </Text>
      </div>
      <div className={classes.side}>
        <Text fw={550} className="figures">
          <Flash>{t("monitoring:queues.waiting", { n: total })}</Flash>
          {longest !== undefined && (
            <span className={classes.longest} data-tone={isLate ? "late" : undefined}>
              {" · "}
              {t("monitoring:queues.longest", { time: format.duration(now - longest) })}
              {isLate && ` (${t("monitoring:figure.late", { time: format.duration(LATE_AFTER_MS) })})`}
            </span>
          )}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {[
            callbacks > 0 ? t("monitoring:queues.callbacks", { n: callbacks }) : null,
            estimate === null ? null : t("monitoring:queues.estimate", { time: format.duration(estimate * 1000) }),
          ]
            .filter((each) => each !== null)
            .join(" · ")}
        </Text>
      </div>
    </li>
  );
}
