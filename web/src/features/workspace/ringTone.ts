// A soft ring of two tones, again and again until it is stopped.

import { throughRingDevice } from "@/ui/ringDevice";

const TONES_HERTZ = [660, 880] as const;
const TONE_SECONDS = 0.16;
const EVERY_MS = 2_400;
const LOUDNESS = 0.05;

/** Ring until what is returned is called. A page that was never clicked on stays silent. */
export function startRinging(): () => void {
  const context = new AudioContext();
  throughRingDevice(context);
  ringOnce(context);
  const again = setInterval(() => {
    ringOnce(context);
  }, EVERY_MS);
  return () => {
    clearInterval(again);
    void context.close();
  };
}

function ringOnce(context: AudioContext): void {
  TONES_HERTZ.forEach((hertz, place) => {
    const begin = context.currentTime + place * TONE_SECONDS;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    gain.gain.linearRampToValueAtTime(0, begin + TONE_SECONDS);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(begin);
    oscillator.stop(begin + TONE_SECONDS);
  });
}
