// What the customer hears, made audible: recordings by an audio element, tones by an oscillator.

import { fetchSound } from "@/api/client";

export type Sound =
  | { kind: "silence" | "ringing" | "busy" }
  | { kind: "message" | "music"; reference: string };

const TONE_HERTZ = 440;
const TONE_LOUDNESS = 0.05;
const TONES_MAX = 60;
/** Seconds of tone and of silence after it. */
const RHYTHM = { ringing: [1.5, 3.5], busy: [0.5, 0.5] } as const;

export class BoothSound {
  readonly #player = new Audio();
  readonly #recordings = new Map<string, Promise<string | null>>();
  #playing = "";
  #tone: OscillatorNode | null = null;
  #context: AudioContext | null = null;

  /** Play this from here on; the same sound goes on undisturbed. */
  play(sound: Sound, muted: boolean): void {
    const key = `${muted}/${sound.kind}/${"reference" in sound ? sound.reference : ""}`;
    if (key === this.#playing) return;
    this.#playing = key;
    this.#stopTone();
    this.#player.pause();
    if (muted) return;
    if (sound.kind === "message" || sound.kind === "music") void this.#playRecording(sound, key);
    else if (sound.kind !== "silence") this.#startTone(RHYTHM[sound.kind]);
  }

  stop(): void {
    this.play({ kind: "silence" }, false);
  }

  async #playRecording({ kind, reference }: { kind: string; reference: string }, key: string): Promise<void> {
    const recording = this.#recordings.get(reference) ?? fetchSound(`/media/${reference}`).catch(() => null);
    this.#recordings.set(reference, recording);
    const source = await recording;
    if (source === null || this.#playing !== key) return;
    this.#player.src = source;
    this.#player.loop = kind === "music";
    // Refused until the page has been clicked on; the words on the screen say what is heard.
    await this.#player.play().catch(() => undefined);
  }

  #startTone([on, off]: readonly [number, number]): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = TONE_HERTZ;
    gain.gain.value = 0;
    for (let tone = 0, at = context.currentTime; tone < TONES_MAX; tone += 1, at += on + off) {
      gain.gain.setTargetAtTime(TONE_LOUDNESS, at, 0.01);
      gain.gain.setTargetAtTime(0, at + on, 0.01);
    }
    oscillator.connect(gain).connect(context.destination);
    oscillator.start();
    this.#tone = oscillator;
  }

  #stopTone(): void {
    this.#tone?.stop();
    this.#tone = null;
  }
}
