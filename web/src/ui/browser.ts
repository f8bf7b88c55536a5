// Names a browser and its system from what it says of itself.

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|Chromium|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export interface NamedBrowser {
  browser: string | null;
  system: string | null;
}

export function namedBrowser(said: string): NamedBrowser {
  return { browser: first(BROWSERS, said), system: first(SYSTEMS, said) };
}

const first = (names: readonly (readonly [RegExp, string])[], said: string) =>
  names.find(([pattern]) => pattern.test(said))?.[1] ?? null;
