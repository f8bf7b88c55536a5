// On which device requests ring: the phone's settings choose it, whatever rings uses it.

export const RING_DEVICE = "ringback-ring-device";

/** Let a sound come out of the chosen device, where the browser can choose one. */
export function throughRingDevice(context: AudioContext): void {
  const device = localStorage.getItem(RING_DEVICE);
  if (device && "setSinkId" in context) void (context as Choosing).setSinkId(device).catch(() => undefined);
}

interface Choosing {
  setSinkId: (device: string) => Promise<void>;
}
