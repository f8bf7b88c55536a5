import { describe, expect, it } from "vitest";
import { GROUND, PALETTE, TOGETHER, type Theme } from "./palette";

type Colour = readonly [number, number, number];
const THEMES: readonly Theme[] = ["light", "dark"];
const APART_MIN = 15;
/** How the three kinds of colour blindness see linear light (Machado, Oliveira and Fernandes, 2009). */
const SIGHTS: Record<string, readonly Colour[]> = {
  any: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

function light(hex: string): Colour {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return [red, green, blue];
}

const dot = (one: Colour, other: Colour) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const seen = (colour: Colour, sight: readonly Colour[]) =>
  sight.map((row) => Math.min(1, Math.max(0, dot(row, colour)))) as unknown as Colour;
const brightness = (colour: Colour) => dot([0.2126, 0.7152, 0.0722], colour);

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [brightness(light(one)), brightness(light(other))].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function lab(colour: Colour): Colour {
  const root = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], colour) / 0.9505);
  const y = root(brightness(colour));
  const z = root(dot([0.0193, 0.1192, 0.9505], colour) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function apart(one: string, other: string, sight: readonly Colour[]): number {
  const [a, b] = [lab(seen(light(one), sight)), lab(seen(light(other), sight))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(THEMES)("the colours of charts in the %s", (theme) => {
  it("stand out from the ground", () => {
    for (const [meaning, colour] of Object.entries(PALETTE[theme])) {
      expect([meaning, contrast(colour, GROUND[theme]) >= 3]).toEqual([meaning, true]);
    }
  });

  it.each(Object.keys(SIGHTS))("are told apart by %s sight", (sight) => {
    for (const meanings of TOGETHER) {
      for (const [at, one] of meanings.entries()) {
        for (const other of meanings.slice(at + 1)) {
          const distance = apart(PALETTE[theme][one], PALETTE[theme][other], SIGHTS[sight] ?? []);
          expect([one, other, distance >= APART_MIN]).toEqual([one, other, true]);
        }
      }
    }
  });
});
