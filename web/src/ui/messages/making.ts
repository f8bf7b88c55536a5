// Making a message: spoken from a text, from a file, or recorded here.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, ask, sendForm } from "@/api/client";
import { Refused } from "@/api/refused";
import type { MessageView } from "./queries";

export type SpokenLanguage = "en" | "fr";
export interface Spoken {
  text: string;
  language: SpokenLanguage;
}
export type Made = { name: string } & (Spoken | { file: Blob });

export const speakBefore = (body: Spoken) => ask(api.POST("/api/v1/messages/preview", { body }));

export function useKeepMessage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (made: Made): Promise<MessageView> => {
      if ("text" in made) return ask(api.POST("/api/v1/messages/texts", { body: made }));
      const form = new FormData();
      form.append("name", made.name);
      form.append("file", made.file, made.file instanceof File ? made.file.name : "recording");
      return sendForm<MessageView>("/messages/recordings", form);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["messages"] }),
  });
}

/** The microphone: what it has recorded, for how long, and why it cannot. */
export function useRecorder(secondsMax: number) {
  const recorder = useRef<MediaRecorder | null>(null);
  const [since, begin] = useState<number | null>(null);
  const [recorded, keep] = useState<Blob | null>(null);
  const [error, refuse] = useState<unknown>(null);

  const stop = () => {
    if (recorder.current?.state === "recording") recorder.current.stop();
  };
  useEffect(() => stop, []);
  useEffect(() => {
    if (since === null) return;
    const longest = setTimeout(stop, secondsMax * 1000);
    return () => {
      clearTimeout(longest);
    };
  }, [since, secondsMax]);

  const start = async () => {
    refuse(null);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const made = new MediaRecorder(stream);
      recorder.current = made;
      made.ondataavailable = ({ data }) => parts.push(data);
      made.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        keep(new Blob(parts, { type: made.mimeType }));
        begin(null);
      };
      made.start();
      begin(Date.now());
    } catch {
      refuse(new Refused("microphone", ""));
    }
  };
  return { since, recorded, error, start: () => void start(), stop };
}

export const mayRecord = () => "MediaRecorder" in globalThis && "mediaDevices" in navigator;
