// The message that the caller left: to be heard, and deleted.

import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/api/useSession";
import type { CallRecordView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Player } from "@/ui/conversation/Player";
import classes from "./Call.module.css";
import { useDeleteVoicemail } from "./queries";

interface Props {
  callId: string;
  voicemail: NonNullable<CallRecordView["voicemail"]>;
}

export function Voicemail({ callId, voicemail }: Props) {
  const t = useWords();
  const format = useFormat();
  const mayDelete = useMay("voicemails.delete");
  return (
    <Panel title={t("conversations:message")} beside={<Text c="dimmed">{format.duration(voicemail.seconds * 1000)}</Text>}>
      <div className={classes.padded}>
        {voicemail.kept ? <Player callId={callId} /> : <Text c="dimmed">{t("conversations:message_gone")}</Text>}
        {voicemail.kept && mayDelete && <Deletion callId={callId} />}
      </div>
    </Panel>
  );
}

function Deletion({ callId }: { callId: string }) {
  const t = useWords();
  const remove = useDeleteVoicemail(callId);
  const [sure, ask] = useState(false);
  if (!sure) {
    return (
      <Button size="xs" variant="default" mt="xs" onClick={() => { ask(true); }}>
        {t("history:voicemail.delete")}
      </Button>
    );
  }
  return (
    <>
      <Group gap="xs" mt="xs">
        <Text size="sm">{t("history:voicemail.sure")}</Text>
        <Button size="xs" color="red.9" loading={remove.isPending} onClick={() => { remove.mutate(); }}>
          {t("history:sure.delete")}
        </Button>
        <Button size="xs" variant="default" onClick={() => { ask(false); }}>
          {t("history:sure.keep")}
        </Button>
      </Group>
      <Problem error={remove.error} />
    </>
  );
}
