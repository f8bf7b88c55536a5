// What jsdom lacks and Mantine asks for.

import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { startWords, withWords } from "@/i18n";

await startWords();
await withWords(Promise.resolve(), "errors");

afterEach(cleanup);

vi.stubGlobal(
  "matchMedia",
  (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }),
);
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
);
