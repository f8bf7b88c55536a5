// Asks how opening hours, or special dates, are to begin, and puts them in force.

import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import classes from "../Numbers.module.css";
import { publishFlow } from "../queries";
import { useSheet } from "../sheet";
import { SharedNote } from "../tabs/SharedNote";
import { withAdded, type AddedStep } from "./added";

export type { AddedStep };

const GOODBYE = " goodbye";

export function AddStep({ adding, close }: { adding: AddedStep | null; close: () => void }) {
  const t = useWords();
  return (
    <Modal
      opened={adding !== null}
      onClose={close}
      withinPortal={false}
      title={adding && t(`numbers:add.${adding}`)}
      classNames={{ inner: classes.dialog, title: classes.dialogTitle }}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {adding !== null && <Adding added={adding} close={close} />}
    </Modal>
  );
}

function Adding({ added, close }: { added: AddedStep; close: () => void }) {
  const t = useWords();
  const queries = useQueryClient();
  const { flow, line } = useSheet();
  const voicemail = flow.settings.steps.find(({ kind }) => kind === "voicemail");
  const [closedTo, choose] = useState(voicemail?.id ?? GOODBYE);
  const publishing = useMutation({
    mutationFn: () =>
      publishFlow(
        flow.id,
        flow.version,
        withAdded(flow.settings, {
          added,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          closedTo: closedTo === GOODBYE ? null : closedTo,
          closedPrompt: `${line.settings.language}/closed`,
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "flows" || queryKey[0] === "lines" });
      close();
    },
  });
  return (
    <Stack>
      <Text>{t(`numbers:add.${added}_words`)}</Text>
      <Radio.Group label={t("numbers:add.closed")} value={closedTo} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {voicemail !== undefined && <Radio value={voicemail.id} label={t("numbers:add.voicemail")} />}
          <Radio value={GOODBYE} label={t("numbers:add.goodbye")} />
        </Stack>
      </Radio.Group>
      <SharedNote />
      <Text size="sm">{t("numbers:add.now")}</Text>
      <Problem error={publishing.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t("action.cancel")}
        </Button>
        <Button loading={publishing.isPending} onClick={() => { publishing.mutate(); }}>
          {t("numbers:add.do")}
        </Button>
      </Group>
    </Stack>
  );
}
