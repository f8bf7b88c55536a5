// A webhook set anew.

import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { HookFields, isAboutAddress, isReady, type Draft } from "./HookFields";
import { useSet, type Webhook } from "./queries";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

export function EditHook({ webhook, opened, close }: Props) {
  const t = useWords();
  return (
    <Dialog opened={opened} close={close} size="lg" title={t("integrations:hooks.edit_title", { name: webhook.name })}>
      <Form webhook={webhook} close={close} />
    </Dialog>
  );
}

function Form({ webhook, close }: Omit<Props, "opened">) {
  const t = useWords();
  const setting = useSet(webhook.id);
  const [draft, set] = useState<Draft>({
    name: webhook.name,
    url: webhook.url,
    events: webhook.events as Draft["events"],
    active: webhook.state === "active",
    format: webhook.format,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setting.mutate({ name: draft.name.trim(), url: draft.url.trim(), events: draft.events, active: draft.active }, { onSuccess: close });
      }}
    >
      <Stack>
        <HookFields isNew={false} draft={draft} change={(part) => { set({ ...draft, ...part }); }} error={setting.error} />
        {!isAboutAddress(setting.error) && <Problem error={setting.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={setting.isPending} disabled={!isReady(draft)}>
            {t("action.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
