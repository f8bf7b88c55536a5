// Tells a webhook again what happened in a period.

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { useReplayPeriod, type Webhook } from "./queries";

export function ReplayPeriod({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const t = useWords();
  const replaying = useReplayPeriod(webhook.id);
  const [period, set] = useState({ since: "", until: "" });
  const ready = period.since !== "" && period.until !== "" && period.since < period.until;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const instants = { since: new Date(period.since).toISOString(), until: new Date(period.until).toISOString() };
        replaying.mutate(instants, { onSuccess: close });
      }}
    >
      <Stack>
        <Text>{t("integrations:period.words")}</Text>
        {(["since", "until"] as const).map((end) => (
          <TextInput
            key={end}
            type="datetime-local"
            label={t(`integrations:period.${end}`)}
            value={period[end]}
            onChange={(event) => { set({ ...period, [end]: event.currentTarget.value }); }}
          />
        ))}
        <Problem error={replaying.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={replaying.isPending} disabled={!ready}>
            {t("integrations:period.replay")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
