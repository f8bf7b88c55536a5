// What the customer hears, made audible: recordings by HTMLAudio, tones by an oscillator.

import { fetchSound } from "./link.js";

const recordings = new Map();
const player = new Audio();
let muted = localStorage.getItem("ringback-muted") === "yes";
let playing = null;
let tone = null;
let context = null;

export const isMuted = () => muted;

export function mute(wanted) {
  muted = wanted;
  localStorage.setItem("ringback-muted", wanted ? "yes" : "no");
  player.muted = wanted;
  if (wanted) stopTone();
}

// Plays what is heard from here on; the same sound goes on undisturbed.
export async function play(sound, key) {
  if (key === playing) return;
  playing = key;
  stopTone();
  player.pause();
  player.muted = muted;
  if (sound.kind === "message" || sound.kind === "music") {
    const source = await recording(sound.reference);
    if (source && playing === key) {
      player.src = source;
      player.loop = sound.kind === "music";
      player.play().catch(() => {});
    }
  } else if (!muted && sound.kind === "ringing") {
    startTone(440, 1.5, 3.5);
  } else if (!muted && sound.kind === "busy") {
    startTone(440, 0.5, 0.5);
  }
}

async function recording(reference) {
  if (!recordings.has(reference)) recordings.set(reference, fetchSound(reference).catch(() => null));
  return recordings.get(reference);
}

function startTone(hertz, on, off) {
  context ??= new AudioContext();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.value = 0;
  for (let at = context.currentTime, i = 0; i < 30; i += 1, at += on + off) {
    gain.gain.setTargetAtTime(0.06, at, 0.01);
    gain.gain.setTargetAtTime(0, at + on, 0.01);
  }
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  tone = oscillator;
}

function stopTone() {
  tone?.stop();
  tone = null;
}
