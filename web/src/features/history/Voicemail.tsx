// The message that the caller left: to be heard, and deleted.

import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchSound } from "@/api/client";
import { useMay } from "@/api/useSession";
import type { CallRecordView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
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
    <Panel title={t("history:voicemail.title")} beside={<Text c="dimmed">{format.duration(voicemail.seconds * 1000)}</Text>}>
      <div className={classes.padded}>
        {voicemail.kept ? <Player callId={callId} /> : <Text c="dimmed">{t("history:voicemail.gone")}</Text>}
        {voicemail.kept && mayDelete && <Deletion callId={callId} />}
      </div>
    </Panel>
  );
}

function Player({ callId }: { callId: string }) {
  const t = useWords();
  const sound = useQuery({ queryKey: ["voicemail", callId], queryFn: () => fetchSound(`/calls/${callId}/voicemail`), gcTime: 0 });
  const address = sound.data;
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  if (sound.error !== null) return <Problem error={sound.error} retry={() => void sound.refetch()} />;
  return <audio controls src={address} className={classes.player} aria-label={t("history:voicemail.title")} />;
}

function Deletion({ callId }: { callId: string }) {
  const t = useWords();
  const remove = useDeleteVoicemail(callId);
  const [sure, ask] = useState(false);
  if (!sure) {
    return (
      <Button size="xs" variant="subtle" color="red.9" mt="xs" onClick={() => { ask(true); }}>
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
