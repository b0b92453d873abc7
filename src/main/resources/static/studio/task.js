// Does what the state asks for: it begins when the key is another one, and ends what is outdated.
/** @import { State } from './types.js' */
/** @import { Store } from './store.js' */

export class Task {

  #store;

  #how;

  /** @type {string | null} */
  #wanted = null;

  /** @type {{ key: string, merge: string | null, controller: AbortController } | null} */
  #running = null;

  /**
   * @param {Store} store
   * @param {object} how
   * @param {(state: State) => string | null} how.key names what is wanted, null for nothing
   * @param {(state: State, signal: AbortSignal) => Promise<void>} how.run does it
   * @param {(failure: unknown, state: State) => void} how.fail hears why it was not done
   * @param {(state: State) => string | null} [how.merge] what has the same is finished before the newest begins
   * @param {number} [how.delay] milliseconds to wait for something newer
   */
  constructor(store, how) {
    this.#store = store;
    this.#how = how;
    store.subscribe((state) => this.#see(state));
  }

  /** @param {State} state */
  #see(state) {
    const wanted = this.#how.key(state);
    if (wanted === this.#wanted) {
      return;
    }
    this.#wanted = wanted;
    const merge = this.#how.merge?.(state) ?? null;
    if (this.#running && merge !== null && merge === this.#running.merge) {
      return; // a drag shows what comes between, and its end comes last
    }
    this.#running?.controller.abort();
    this.#begin();
  }

  async #begin() {
    const key = this.#wanted;
    if (key === null) {
      this.#running = null;
      return;
    }
    const { state } = this.#store;
    const controller = new AbortController();
    const running = this.#running = { key, merge: this.#how.merge?.(state) ?? null, controller };
    try {
      if (this.#how.delay) {
        await new Promise((resolve) => setTimeout(resolve, this.#how.delay));
        controller.signal.throwIfAborted();
      }
      await this.#how.run(state, controller.signal);
    } catch (failure) {
      if (!controller.signal.aborted) {
        this.#how.fail(failure, state);
      }
    }
    if (this.#running === running) {
      this.#running = null;
      if (this.#wanted !== key) {
        this.#begin();
      }
    }
  }

}
