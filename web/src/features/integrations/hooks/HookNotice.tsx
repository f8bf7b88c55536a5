// Why a webhook is told nothing, or is told in vain, and what to do.

import { Button, Stack } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { Problem } from "@/ui/Problem";
import { Notice } from "../Notice";
import { useActivate, useDeliveries, type Webhook } from "./queries";
import { useAttemptWords } from "./words";

export function HookNotice({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const activating = useActivate(webhook);
  const why = useWhy(webhook);
  const { state, failing_since, failures } = webhook;
  if (state === "active" && failing_since === null) return null;
  const since = failing_since === null ? "" : format.moment(failing_since, clock.now());
  const trouble = state === "active" ? "trouble" : state;
  return (
    <Stack gap="xs">
      <Notice
        tone={state === "paused" || state === "active" ? "late" : "failed"}
        title={t(`integrations:notice.${trouble}`, { since, count: failures })}
        words={[why, t(`integrations:notice.${trouble}_words`)].filter(Boolean).join(" ")}
      >
        {state !== "active" && (
          <Button loading={activating.isPending} onClick={() => { activating.mutate(true); }}>
            {t("integrations:hooks.activate")}
          </Button>
        )}
      </Notice>
      <Problem error={activating.error} />
    </Stack>
  );
}

/** What came of the last try that failed. */
function useWhy({ id, state, failing_since }: Webhook): string | null {
  const words = useAttemptWords();
  const waiting = useDeliveries(id, "retrying");
  const last = waiting.data?.pages.at(0)?.deliveries.at(0);
  if (last?.problem == null || state === "paused" || failing_since === null) return null;
  return words(last);
}
