// One row per queue: how many wait in it, and who is there to serve them.

import { Text } from "@mantine/core";
import type { QueueView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import classes from "./Monitoring.module.css";

export function QueuesPanel() {
  const t = useWords();
  const queues = useLive((live) => live.queues);
  const sorted = [...queues.values()].sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
  return (
    <Panel title={t("monitoring:queues.title")}>
      {sorted.length === 0 ? (
        <Empty title={t("monitoring:queues.none_title")} words={t("monitoring:queues.none_words")} />
      ) : (
        <ul className={classes.rows}>
          {sorted.map((queue) => (
            <QueueRow key={queue.id} queue={queue} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function QueueRow({ queue }: { queue: QueueView }) {
  const t = useWords();
  const format = useFormat();
  const { agents, estimated_wait_seconds: estimate, items, name, total } = queue;
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
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {told.join(" · ")}
        </Text>
      </div>
      <div className={classes.side}>
        <Text fw={550} className="figures">
          {t("monitoring:queues.waiting", { n: total })}
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
