// How messages are called: by their name, by what a ready one is for, or as words of one's own.

import i18next from "i18next";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";
import type { MessageView } from "./queries";

type Ready = keyof typeof en.sound.ready;

const isReady = (key: string): key is Ready => i18next.exists(`ready.${key}`, { ns: "sound" });

export function useMessageTitle(): (message: MessageView) => string {
  const t = useWords();
  return ({ prompt, name, kind, language }) => {
    if (name !== null) return name;
    const key = prompt.slice(prompt.indexOf("/") + 1);
    if (kind === "ready" && isReady(key)) {
      return t("sound:message.ready", { name: t(`sound:ready.${key}`), language: t(`user.language_${language === "fr" ? "fr" : "en"}`) });
    }
    return t("sound:message.own_words");
  };
}

/** The ready messages for one purpose, those in the line's language first, then the company's own. */
export function choicesFor(messages: readonly MessageView[], keys: readonly string[], language: string, chosen: string | null) {
  const isFor = ({ prompt, kind }: MessageView) => kind === "ready" && keys.some((key) => prompt.endsWith(`/${key}`));
  const ready = messages.filter(isFor).sort((one, other) => Number(other.language === language) - Number(one.language === language));
  const own = messages.filter(({ kind }) => kind === "recording" || kind === "text");
  const rest = messages.filter((each) => each.prompt === chosen && !ready.includes(each) && !own.includes(each));
  return [...ready, ...own, ...rest];
}
