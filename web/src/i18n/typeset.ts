// Typography by construction: catalogues are written with plain spaces and apostrophes.

export type Language = "en" | "fr";
export const LANGUAGES: readonly Language[] = ["en", "fr"];

export const SPACE = "\u00a0";

export function typeset(text: string, language: Language): string {
  const curly = text.replaceAll("'", "’");
  if (language === "en") return curly;
  return curly.replace(/ ([:;!?»])/g, `${SPACE}$1`).replace(/« /g, `«${SPACE}`);
}

export function typesetAll<Catalogue>(catalogue: Catalogue, language: Language): Catalogue {
  if (typeof catalogue === "string") return typeset(catalogue, language) as Catalogue;
  const entries = Object.entries(catalogue as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, value]) => [key, typesetAll(value, language)])) as Catalogue;
}
