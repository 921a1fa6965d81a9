const MOST_IN_A_ROW = 100;

/** Notices processes that die one after the other before their target runs: the mark of a missing main guard. */
export class StormWatch {
  #failures = 0;

  /** Answers true when it is time to end the machine. */
  ended(hadBootstrapped: boolean): boolean {
    this.#failures = hadBootstrapped ? 0 : this.#failures + 1;
    return this.#failures >= MOST_IN_A_ROW;
  }

  static readonly explanation =
    `${MOST_IN_A_ROW} processes in a row ended before they could run their target, so the machine was stopped. ` +
    'Every process runs main.ts again from the top. Start processes only inside `if (import.meta.main) { … }`.';
}
