// What is asked about one callback: its timeline, why it does not ring yet, and what to do about it.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import classes from "./Monitoring.module.css";
import { Move } from "./Move";
import { Timeline } from "./Timeline";
import { Why } from "./Why";
import { useCancel } from "./queries";

export interface Asked {
  what: "timeline" | "why" | "move" | "cancel";
  callbackId: string;
  who: string;
}

interface Props {
  asked: Asked | null;
  close: () => void;
}

export function RowDialog({ asked, close }: Props) {
  const t = useWords();
  return (
    <Modal
      opened={asked !== null}
      withinPortal={false}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      onClose={close}
      size={asked?.what === "timeline" || asked?.what === "why" ? "lg" : "md"}
      title={asked && t(`monitoring:dialog.${asked.what}`, { who: asked.who })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {asked?.what === "timeline" && <Timeline callbackId={asked.callbackId} />}
      {asked?.what === "why" && <Why callbackId={asked.callbackId} />}
      {asked?.what === "move" && <Move callbackId={asked.callbackId} close={close} />}
      {asked?.what === "cancel" && <Cancel callbackId={asked.callbackId} close={close} />}
    </Modal>
  );
}

export interface ActionProps {
  callbackId: string;
  close: () => void;
}

function Cancel({ callbackId, close }: ActionProps) {
  const t = useWords();
  const cancel = useCancel(callbackId);
  return (
    <Stack>
      <Text>{t("monitoring:cancel.words")}</Text>
      <Problem error={cancel.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("monitoring:cancel.leave")}
        </Button>
        <Button
          color="red.9"
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate(undefined, { onSuccess: close });
          }}
        >
          {t("monitoring:cancel.do")}
        </Button>
      </Group>
    </Stack>
  );
}
