// Which microphone, loudspeaker and ring device are used on this machine.

import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { RING_DEVICE } from "@/ui/ringDevice";

const MICROPHONE = "ringback-microphone";
const SPEAKER = "ringback-speaker";

/** Empty is whatever the system takes. */
export const useMicrophone = () => useChosen(MICROPHONE);
export const useSpeaker = () => useChosen(SPEAKER);
export const useRingDevice = () => useChosen(RING_DEVICE);

const useChosen = (key: string) =>
  useLocalStorage<string>({
    key,
    defaultValue: "",
    getInitialValueInEffect: false,
    serialize: (device) => device,
    deserialize: (device) => device ?? "",
  });

/** Open the chosen microphone, or whatever there is if it is not plugged in. */
export async function openMicrophone(chosen: string): Promise<MediaStream> {
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const open = (wanted: MediaTrackConstraints) => navigator.mediaDevices.getUserMedia({ audio: wanted });
  if (chosen === "") return open(audio);
  // A device that is merely preferred is passed over by Chromium.
  return open({ ...audio, deviceId: { exact: chosen } }).catch((refused: unknown) => {
    if (refused instanceof DOMException && refused.name === "NotAllowedError") throw refused;
    return open(audio);
  });
}

export interface Devices {
  microphones: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

/** List what is plugged in, also while it changes; names are told once the microphone is allowed. */
export function useDevices(): Devices {
  const [devices, list] = useState<Devices>({ microphones: [], speakers: [] });
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const all = (await navigator.mediaDevices.enumerateDevices()).filter(({ deviceId }) => !ALIASES.has(deviceId));
      if (gone) return;
      list({
        microphones: all.filter(({ kind }) => kind === "audioinput"),
        speakers: all.filter(({ kind }) => kind === "audiooutput"),
      });
    };
    const again = () => {
      void look();
    };
    again();
    navigator.mediaDevices.addEventListener("devicechange", again);
    return () => {
      gone = true;
      navigator.mediaDevices.removeEventListener("devicechange", again);
    };
  }, []);
  return devices;
}

const ALIASES = new Set(["", "default", "communications"]);
