// The languages: typed keys, switched at once, remembered on this device.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en, fr } from "./catalogues";
import { LANGUAGES, typesetAll, type Language } from "./typeset";

export type { Language };
export { LANGUAGES };

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

void i18next.use(initReactI18next).init({
  lng: first(),
  fallbackLng: "en",
  defaultNS: "common",
  resources: { en: typesetAll(en, "en"), fr: typesetAll(fr, "fr") },
  interpolation: { prefix: "{", suffix: "}", escapeValue: false },
  returnNull: false,
  initAsync: false,
});

function tellDocument(): void {
  document.documentElement.lang = i18next.language;
}

tellDocument();
i18next.on("languageChanged", tellDocument);

export const language = (): Language => (isLanguage(i18next.language) ? i18next.language : "en");

/** Speak this language from here on; it was chosen on this device. */
export function speak(wanted: Language): void {
  localStorage.setItem(KEY, wanted);
  void i18next.changeLanguage(wanted);
}

/** Speak the language of whoever signed in, unless another was chosen on this device. */
export function speakUnlessChosen(wanted: Language): void {
  if (localStorage.getItem(KEY) === null && wanted !== language()) void i18next.changeLanguage(wanted);
}
