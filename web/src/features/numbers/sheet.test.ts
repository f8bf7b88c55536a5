import { expect, it } from "vitest";
import bounds from "@/api/bounds.json";
import { boundsOf } from "./sheet";

it("bounds the time a queue rings as a ring step, not as a redirection", () => {
  expect(bounds.RingStep.ring_for_seconds).not.toEqual(bounds.RedirectToNumber.ring_for_seconds);

  expect(boundsOf("flow steps support ring_for_seconds")).toEqual(bounds.RingStep.ring_for_seconds);
});

it("bounds what belongs to the number and to the company", () => {
  expect(boundsOf("line callbacks retries")).toEqual(bounds.CallbackSettings.retries);
  expect(boundsOf("flow steps support waiting message_every_seconds")).toEqual(
    bounds.WaitingExperience.message_every_seconds,
  );
});
