// Offers, on a number that takes no requests any more, to cancel those that still wait (R4).

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import classes from "../Numbers.module.css";
import { cancelPending } from "../queries";
import { useSheet } from "../sheet";

export function CancelPending() {
  const t = useWords();
  const { line } = useSheet();
  const may = useMay("callbacks.direct");
  const [asking, ask] = useState(false);
  const count = line.pending_callbacks;
  if (line.settings.callbacks?.mode !== "off" || count === 0) return null;
  return (
    <Group className={classes.warning} role="note">
      <Text>{t("numbers:pending.go_on", { count })}</Text>
      {may && (
        <Button size="xs" variant="default" onClick={() => { ask(true); }}>
          {t("numbers:pending.cancel", { count })}
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={() => { ask(false); }}
        withinPortal={false}
        title={t("numbers:pending.cancel", { count })}
        classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <Asking lineId={line.id} count={count} close={() => { ask(false); }} />
      </Modal>
    </Group>
  );
}

function Asking({ lineId, count, close }: { lineId: string; count: number; close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => cancelPending(lineId, count),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ["lines"] }),
  });
  return (
    <Stack>
      <Text>{t("numbers:pending.words", { count })}</Text>
      <Problem error={cancelling.error} />
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={close}>
          {t("numbers:pending.keep")}
        </Button>
        <Button color="red.9" loading={cancelling.isPending} onClick={() => { cancelling.mutate(); }}>
          {t("numbers:pending.do", { count })}
        </Button>
      </Group>
    </Stack>
  );
}
