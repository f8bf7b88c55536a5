// The message that a caller left, to be heard.

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchSound } from "@/api/client";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import classes from "./Conversation.module.css";

interface Props {
  callId: string;
  /** It was asked for by a click, and begins at once. */
  playing?: boolean;
}

export function Player({ callId, playing = false }: Props) {
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
  return <audio controls autoPlay={playing} src={address} className={classes.player} aria-label={t("conversations:message")} />;
}
