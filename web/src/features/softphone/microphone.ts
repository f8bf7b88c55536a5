// Whether this page may use the microphone, and what stands in the way.

import { openMicrophone } from "./devices";

export type MicrophoneState = "allowed" | "to-ask" | "denied" | "missing" | "insecure";

/** Look without asking; a browser that does not tell is asked when the agent says so. */
export async function lookAtMicrophone(): Promise<MicrophoneState> {
  if (!("mediaDevices" in navigator) || !("RTCPeerConnection" in globalThis)) return "insecure";
  try {
    const { state } = await navigator.permissions.query({ name: "microphone" });
    return state === "granted" ? "allowed" : state === "denied" ? "denied" : "to-ask";
  } catch {
    return "to-ask";
  }
}

/** Let the browser ask; the microphone is let go of at once. */
export async function askForMicrophone(chosen: string): Promise<MicrophoneState> {
  try {
    const stream = await openMicrophone(chosen);
    for (const track of stream.getTracks()) track.stop();
    return "allowed";
  } catch (refused) {
    return refused instanceof DOMException && refused.name === "NotFoundError" ? "missing" : "denied";
  }
}
