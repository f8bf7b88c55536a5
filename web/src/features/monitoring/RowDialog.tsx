// What is asked about one callback: its timeline, why it does not ring yet, and what to do about it.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";
import { Timeline } from "./Timeline";
import { Why } from "./Why";
import { useCancel, useMoveToFront, useMoves } from "./queries";

export interface Asked {
  what: "timeline" | "why" | "front" | "cancel";
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
      {asked?.what === "front" && <Front callbackId={asked.callbackId} close={close} />}
      {asked?.what === "cancel" && <Cancel callbackId={asked.callbackId} close={close} />}
    </Modal>
  );
}

interface ActionProps {
  callbackId: string;
  close: () => void;
}

const NAMES_SHOWN = 4;

function Front({ callbackId, close }: ActionProps) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  const moves = useMoves(callbackId);
  const move = useMoveToFront(callbackId);
  if (moves.isPending) return <LoadingRows rows={2} />;
  const overtaken = moves.data?.overtaken ?? [];
  const names = overtaken.slice(0, NAMES_SHOWN).map(({ customer }) => customerName(customer));
  const more = overtaken.length - names.length;
  const who = more > 0 ? format.list([...names, t("monitoring:front.others", { n: more })]) : format.list(names);
  const nobody = overtaken.length === 0;
  return (
    <Stack>
      {moves.data !== undefined && <Text>{nobody ? t("monitoring:front.nobody") : t("monitoring:front.overtakes", { who })}</Text>}
      <Problem error={move.error ?? moves.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("monitoring:front.leave")}
        </Button>
        <Button
          disabled={nobody}
          loading={move.isPending}
          onClick={() => {
            move.mutate(undefined, { onSuccess: close });
          }}
        >
          {t("monitoring:front.do")}
        </Button>
      </Group>
    </Stack>
  );
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
