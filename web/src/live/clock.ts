// The server's clock as this page has measured it: the shortest round trip tells best.

export class ServerClock {
  #offset = 0;
  #best = Infinity;

  /** Forget how well it was measured, as after a new connection; the offset stays until then. */
  begin(): void {
    this.#best = Infinity;
  }

  /** Take the instant of a message, for want of anything better. */
  guess(serverTime: string, here: number): void {
    if (this.#best === Infinity) this.#offset = Date.parse(serverTime) - here;
  }

  /** Take a measured round trip, begun `roundTrip` milliseconds before `here`. */
  measure(serverTime: string, roundTrip: number, here: number): void {
    if (roundTrip >= this.#best) return;
    this.#best = roundTrip;
    this.#offset = Date.parse(serverTime) + roundTrip / 2 - here;
  }

  now(here: number = Date.now()): number {
    return here + this.#offset;
  }
}
