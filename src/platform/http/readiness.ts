/** Whether traffic should come here: the database answers, migrations are done, and nobody is draining. */
export class Readiness {
  #draining = false;
  readonly #checks: readonly (() => Promise<void>)[];

  constructor(...checks: (() => Promise<void>)[]) {
    this.#checks = checks;
  }

  get draining(): boolean {
    return this.#draining;
  }

  drain(): void {
    this.#draining = true;
  }

  async isReady(): Promise<boolean> {
    if (this.#draining) return false;
    const outcomes = await Promise.allSettled(this.#checks.map((check) => check()));
    return outcomes.every(({ status }) => status === 'fulfilled');
  }
}
