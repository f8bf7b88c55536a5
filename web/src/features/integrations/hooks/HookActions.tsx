// What can be done with a webhook: tried, changed, paused, given a new secret, removed.

import { ActionIcon, Button, Group, Menu, Stack, Text } from "@mantine/core";
import { IconDots, IconPencil, IconSend } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";
import { Sure } from "../Sure";
import { Notice } from "../Notice";
import { EditHook } from "./EditHook";
import { Secret } from "./NewHook";
import { ReplayPeriod } from "./ReplayPeriod";
import { useActivate, useRemove, useRotate, useTest, type Webhook } from "./queries";
import { useAttemptWords } from "./words";

type Asked = "test" | "edit" | "pause" | "period" | "rotate" | "remove" | null;

export function HookActions({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, askFor] = useState<Asked>(null);
  const close = () => { askFor(null); };
  const pausing = useActivate(webhook);
  const removing = useRemove(webhook.id);
  const remove = () => {
    removing.mutate(undefined, {
      onSuccess: async (left) => {
        queries.setQueryData(["webhooks"], left);
        await navigate({ to: "/integrations" });
      },
    });
  };
  return (
    <div>
    <Group gap="xs">
      <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} onClick={() => { askFor("test"); }}>
        {t("integrations:hooks.test")}
      </Button>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => { askFor("edit"); }}>
        {t("integrations:hooks.edit")}
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("integrations:hooks.more", { name: webhook.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {webhook.state === "active" && <Menu.Item onClick={() => { askFor("pause"); }}>{t("integrations:hooks.pause")}</Menu.Item>}
          <Menu.Item onClick={() => { askFor("period"); }}>{t("integrations:period.title")}</Menu.Item>
          <Menu.Item onClick={() => { askFor("rotate"); }}>{t(`integrations:hooks.rotate_${webhook.format}`)}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => { askFor("remove"); }}>{t("integrations:hooks.remove")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
      <Dialog opened={asked === "test"} close={close} title={t("integrations:hooks.test_title")}>
        <Trial webhook={webhook} close={close} />
      </Dialog>
      <EditHook webhook={webhook} opened={asked === "edit"} close={close} />
      <Dialog opened={asked === "period"} close={close} title={t("integrations:period.title")}>
        <ReplayPeriod webhook={webhook} close={close} />
      </Dialog>
      <Rotation webhook={webhook} opened={asked === "rotate"} close={close} />
      <Sure
        harmless
        opened={asked === "pause"}
        close={close}
        title={t("integrations:hooks.pause_title", { name: webhook.name })}
        words={t("integrations:hooks.pause_words")}
        action={t("integrations:hooks.pause")}
        doing={{ ...pausing, mutate: () => { pausing.mutate(false, { onSuccess: close }); } }}
      />
      <Sure
        opened={asked === "remove"}
        close={close}
        title={t("integrations:hooks.remove_title", { name: webhook.name })}
        words={t("integrations:hooks.remove_words")}
        action={t("integrations:hooks.remove")}
        doing={{ ...removing, mutate: remove }}
      />
    </div>
  );
}

function Trial({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const t = useWords();
  const format = useFormat();
  const words = useAttemptWords();
  const testing = useTest(webhook.id);
  const attempt = testing.data;
  return (
    <Stack>
      <Text>{t("integrations:hooks.test_words", { url: webhook.url })}</Text>
      <div role="status">
        {attempt !== undefined && !testing.isPending && (
          <Notice
            tone={attempt.arrived ? "talking" : "failed"}
            title={t(attempt.arrived ? "integrations:hooks.test_arrived" : "integrations:hooks.test_failed")}
            words={`${words(attempt)} ${t("integrations:hooks.test_took", { time: t("integrations:hooks.milliseconds", { n: format.number(Math.max(1, Math.round(attempt.took_seconds * 1000))) }) })}`}
          />
        )}
      </div>
      <Problem error={testing.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t("action.close")}
        </Button>
        <Button data-autofocus loading={testing.isPending} onClick={() => { testing.mutate(undefined); }}>
          {t(attempt === undefined ? "integrations:hooks.test_send" : "integrations:hooks.test_again")}
        </Button>
      </Group>
    </Stack>
  );
}

function Rotation({ webhook, opened, close }: { webhook: Webhook; opened: boolean; close: () => void }) {
  const t = useWords();
  const rotating = useRotate(webhook.id);
  const title = t(`integrations:hooks.rotate_${webhook.format}`);
  if (rotating.data === undefined || !opened) {
    return (
      <Sure
        harmless
        opened={opened}
        close={close}
        title={title}
        words={t(`integrations:hooks.rotate_${webhook.format}_words`)}
        action={title}
        doing={{ ...rotating, mutate: () => { rotating.mutate(undefined); } }}
      />
    );
  }
  const end = () => {
    rotating.reset();
    close();
  };
  return (
    <Dialog insists opened close={end} title={title}>
      <Secret made={rotating.data} close={end} />
    </Dialog>
  );
}
