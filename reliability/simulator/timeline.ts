interface Planned {
  readonly at: number;
  readonly order: number;
  readonly happen: () => Promise<void> | void;
}

/** Virtual time: what is planned happens one after the other, in the order of its time and then of its planning. */
export class Timeline {
  now: number;
  #order = 0;
  #planned: Planned[] = [];

  constructor(start: number) {
    this.now = start;
  }

  after(ms: number, happen: Planned['happen']): void {
    this.#planned.push({ at: this.now + ms, order: this.#order++, happen });
  }

  /** Lets `ms` pass, with everything that falls into it. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const next = this.#earliest(until);
      if (next === undefined) break;
      this.#planned = this.#planned.filter((one) => one !== next);
      this.now = Math.max(this.now, next.at);
      await next.happen();
    }
    this.now = until;
  }

  #earliest(until: number): Planned | undefined {
    let best: Planned | undefined;
    for (const one of this.#planned)
      if (one.at <= until && (!best || one.at < best.at || (one.at === best.at && one.order < best.order)))
        best = one;
    return best;
  }
}
