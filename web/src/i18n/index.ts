// The languages: typed keys, switched at once, remembered on this device.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { en } from "./catalogues";
import { bringLanguage, withWords } from "./loading";
import { LANGUAGES, type Language } from "./typeset";

export type { Language };
export { LANGUAGES, withWords };

const KEY = "ringback-language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof en;
    interpolationPrefix: "{";
    interpolationSuffix: "}";
  }
}

const isLanguage = (given: string | null | undefined): given is Language =>
  LANGUAGES.some((language) => language === given);

function first(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);
  return wanted ?? "en";
}

/** Begin with the words of the first language; nothing is drawn before they are here. */
export async function startWords(): Promise<void> {
  const lng = first();
  await i18next.use(initReactI18next).init({
    lng,
    defaultNS: "common",
    resources: {},
    interpolation: { prefix: "{", suffix: "}", escapeValue: false },
    returnNull: false,
    react: { bindI18nStore: "added" },
  });
  await bringLanguage(lng);
  tellDocument();
  // What the server may refuse is wanted a little later: it comes beside the first screen.
  void withWords(Promise.resolve(), "errors").catch(() => undefined);
  i18next.on("languageChanged", tellDocument);
}

function tellDocument(): void {
  document.documentElement.lang = i18next.language;
}

export const language = (): Language => (isLanguage(i18next.language) ? i18next.language : "en");

/** Speak this language from here on; it was chosen on this device. */
export async function speak(wanted: Language): Promise<void> {
  localStorage.setItem(KEY, wanted);
  await change(wanted);
}

/** Speak the language of whoever signed in, unless another was chosen on this device. */
export async function speakUnlessChosen(wanted: Language): Promise<void> {
  if (localStorage.getItem(KEY) === null && wanted !== language()) await change(wanted);
}

async function change(wanted: Language): Promise<void> {
  await bringLanguage(wanted);
  await i18next.changeLanguage(wanted);
}
