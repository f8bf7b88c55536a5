// A message or the music, heard on a press and stopped by another.

import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { fetchSound } from "@/api/client";
import { useWords } from "@/i18n/words";
import { useProblemWords } from "@/ui/problem";
import classes from "./Messages.module.css";

interface Props {
  /** Where the sound comes from: a message's reference, or what was just recorded. */
  prompt?: string;
  blob?: Blob;
  name: string;
  size?: string;
  disabled?: boolean;
}

export function Listen({ prompt, blob, name, size = "xs", disabled = false }: Props) {
  const t = useWords();
  const words = useProblemWords();
  const player = useRef<HTMLAudioElement | null>(null);
  const [playing, play] = useState(false);
  const [problem, refuse] = useState<string | null>(null);

  useEffect(() => () => player.current?.pause(), [prompt, blob]);

  const stop = () => {
    player.current?.pause();
    play(false);
  };
  const start = async () => {
    play(true);
    refuse(null);
    try {
      const address = blob === undefined ? await fetchSound(`/media/${prompt ?? ""}`) : URL.createObjectURL(blob);
      const audio = new Audio(address);
      player.current = audio;
      const done = () => {
        URL.revokeObjectURL(address);
        play(false);
      };
      audio.onended = done;
      audio.onpause = done;
      await audio.play();
    } catch (error) {
      play(false);
      if (!(error instanceof DOMException)) refuse(words(error));
    }
  };
  return (
    <>
      <Button
        className={classes.listen}
        size={size}
        variant="default"
        disabled={disabled}
        leftSection={playing ? <IconPlayerStop size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />}
        aria-label={t(playing ? "sound:message.stop_who" : "sound:message.listen_who", { name })}
        aria-pressed={playing}
        onClick={() => {
          if (playing) stop();
          else void start();
        }}
      >
        {t(playing ? "sound:message.stop" : "sound:message.listen")}
      </Button>
      {problem !== null && <span role="alert">{problem}</span>}
    </>
  );
}
