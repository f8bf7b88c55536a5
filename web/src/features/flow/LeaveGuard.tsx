// Asks before changes are lost by going elsewhere.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { useEditor } from "./context";
import { isDirty } from "./editor";
import classes from "./Flow.module.css";

export function LeaveGuard({ save }: { save: () => Promise<unknown> }) {
  const t = useWords();
  const { editor, flowId } = useEditor();
  const dirty = isDirty(editor);
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty && next.pathname !== `/flows/${flowId}`,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const saving = useMutation({ mutationFn: save, onSuccess: () => blocker.proceed?.(), onError: () => blocker.reset?.() });
  return (
    <Modal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      withinPortal={false}
      title={t("flow:leave.title")}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack>
        <Text>{t("flow:leave.words")}</Text>
        <Problem error={saving.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={() => blocker.reset?.()}>
            {t("flow:leave.stay")}
          </Button>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t("flow:leave.go")}
          </Button>
          <Button loading={saving.isPending} onClick={() => { saving.mutate(); }}>
            {t("flow:leave.save")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
