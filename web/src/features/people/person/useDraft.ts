// What somebody changes of settings, over what the server has: others' changes come through.

import { useState } from "react";

export function useDraft<Settings extends object>(saved: Settings) {
  const [changes, put] = useState<Partial<Settings>>({});
  const draft: Settings = { ...saved, ...changes };
  const isChanged = (Object.keys(changes) as (keyof Settings)[]).some((key) => !isSame(changes[key], saved[key]));
  return {
    draft,
    isChanged,
    change: (told: Partial<Settings>) => {
      put((before) => ({ ...before, ...told }));
    },
    forget: () => {
      put({});
    },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
