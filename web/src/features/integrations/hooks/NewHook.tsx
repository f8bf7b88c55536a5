// A new webhook, and then its secret, this once.

import { Button, Group, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { ShownOnce } from "../ShownOnce";
import { HookFields, isAboutAddress, isReady, type Draft } from "./HookFields";
import { useCreate, type Webhook } from "./queries";

const EMPTY: Draft = { name: "", url: "", events: [], active: true, format: "native" };

interface Props {
  opened: boolean;
  close: () => void;
}

interface Made {
  webhook: Webhook;
  secret: string;
}

export function NewHook({ opened, close }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [made, keep] = useState<Made | null>(null);
  const end = () => {
    keep(null);
    close();
    if (made !== null) void navigate({ to: "/integrations/$webhookId", params: { webhookId: made.webhook.id } });
  };
  return (
    <Dialog opened={opened} close={end} size="lg" insists={made !== null} title={t(made === null ? "integrations:hooks.new" : "integrations:hooks.made")}>
      {made === null ? <Form close={close} made={keep} /> : <Secret made={made} close={end} />}
    </Dialog>
  );
}

function Form({ close, made }: { close: () => void; made: (made: Made) => void }) {
  const t = useWords();
  const creating = useCreate();
  const [draft, set] = useState(EMPTY);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate({ ...draft, name: draft.name.trim(), url: draft.url.trim() }, { onSuccess: made });
      }}
    >
      <Stack>
        <HookFields isNew draft={draft} change={(part) => { set({ ...draft, ...part }); }} error={creating.error} />
        {!isAboutAddress(creating.error) && <Problem error={creating.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={creating.isPending} disabled={!isReady(draft)}>
            {t("integrations:hooks.make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function Secret({ made: { webhook, secret }, close }: { made: Made; close: () => void }) {
  const t = useWords();
  return (
    <ShownOnce
      label={t(`integrations:hooks.secret_${webhook.format}`)}
      secret={secret}
      words={t(`integrations:hooks.secret_${webhook.format}_words`)}
      close={close}
    />
  );
}
