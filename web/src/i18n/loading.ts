// Brings words when they are wanted: first those of one language, then each screen's own.

import i18next from "i18next";
import type { en } from "./catalogues";
import { LANGUAGES, typesetAll, type Language } from "./typeset";

export type Namespace = keyof typeof en;

const FIRST: Record<Language, () => Promise<{ words: object }>> = {
  en: () => import("./first_en"),
  fr: () => import("./first_fr"),
};
const FILES = import.meta.glob<object>(
  ["./*/*.json", "!./*/{common,domain,sign_in,workspace}.json"],
  { import: "default" },
);

/** What the screens shown so far have wanted: another language brings it as well. */
const wanted = new Set<Namespace>();

function put(language: Language, namespace: string, words: object): void {
  i18next.addResourceBundle(language, namespace, typesetAll(words, language));
}

async function bring(language: Language, namespace: Namespace): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  const file = FILES[`./${language}/${namespace}.json`];
  if (file === undefined) throw new Error(`no words for ${namespace}`);
  put(language, namespace, await file());
}

/** Bring all that this language needs for what is shown. */
export async function bringLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "common")) {
    const { words } = await FIRST[language]();
    for (const [namespace, each] of Object.entries(words)) put(language, namespace, each as object);
  }
  await Promise.all([...wanted].map((namespace) => bring(language, namespace)));
}

/** Bring a screen together with its words, both at once. */
export async function withWords<Module>(screen: Promise<Module>, ...namespaces: Namespace[]): Promise<Module> {
  for (const namespace of namespaces) wanted.add(namespace);
  const [module] = await Promise.all([screen, bringLanguage(shown())]);
  return module;
}

const shown = (): Language => LANGUAGES.find((each) => each === i18next.language) ?? "en";
