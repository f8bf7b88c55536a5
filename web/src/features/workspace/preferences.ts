// What an agent has chosen on this device: shortcuts of one key, and being told aloud.

import { useLocalStorage } from "@mantine/hooks";

const now = { getInitialValueInEffect: false } as const;

/** Keys of one letter can be switched off, for those who speak or type by accident. */
export const useShortcuts = () => useLocalStorage({ key: "ringback-shortcuts", defaultValue: true, ...now });

/** null until it has been asked. */
export const useRingAloud = () => useLocalStorage<boolean | null>({ key: "ringback-ring", defaultValue: null, ...now });
