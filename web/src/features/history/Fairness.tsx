// Who was served before a callback, and why those who came later were (R47).

import { Text } from "@mantine/core";
import type { components } from "@/api/schema";
import { Refused } from "@/api/refused";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import { useCustomerName } from "@/ui/customer";
import classes from "./Call.module.css";
import { useFairness } from "./queries";

type Served = components["schemas"]["ServedBeforeView"];
const SHOWN_MAX = 20;

export function Fairness({ callbackId }: { callbackId: string }) {
  const t = useWords();
  const { data, error, isPending, refetch } = useFairness(callbackId);
  if (error instanceof Refused && error.code === "callback-not-ended") return null;
  return (
    <Panel title={t("history:fairness.title")}>
      <div className={classes.padded}>
        {isPending && <LoadingRows rows={2} />}
        <Problem error={error} retry={() => void refetch()} />
        {data !== undefined && (
          <>
            <Text size="sm">
              {data.served_before_total === 0
                ? t("history:fairness.nobody")
                : t("history:fairness.words", { n: data.served_before_total, later: data.overtaken_by_total })}
            </Text>
            <ol className={classes.served}>
              {data.served_before.slice(-SHOWN_MAX).map((served) => (
                <ServedBefore key={served.item_id + served.served_at} served={served} />
              ))}
            </ol>
          </>
        )}
      </div>
    </Panel>
  );
}

function ServedBefore({ served }: { served: Served }) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  const { overtook } = served;
  return (
    <li>
      <span>{customerName(served.customer)}</span>
      <Text span size="sm" c="dimmed" className="figures">
        {t("history:fairness.times", { joined: format.time(served.joined_at, true), served: format.time(served.served_at, true) })}
      </Text>
      {overtook !== null && (
        <StateBadge tone="late">{t(`history:overtook.${overtook}`)}</StateBadge>
      )}
    </li>
  );
}
