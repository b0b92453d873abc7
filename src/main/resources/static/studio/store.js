// Holds the state, and tells those who want to know when it is another.
/** @import { State } from './types.js' */

export class Store {

  /** @type {((state: State) => void)[]} */
  #listeners = [];

  #telling = false;

  /** @param {State} state */
  constructor(state) {
    this.state = state;
  }

  /** Whoever listens hears of the newest state only, in a moment. @param {(state: State) => void} listener */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /**
   * Does a transition.
   * @template {unknown[]} A
   * @param {(state: State, ...rest: A) => State} transition
   * @param {A} rest
   */
  update(transition, ...rest) {
    const next = transition(this.state, ...rest);
    if (next !== this.state) {
      this.state = next;
      if (!this.#telling) {
        this.#telling = true;
        queueMicrotask(() => this.#tell());
      }
    }
  }

  #tell() {
    this.#telling = false;
    const { state } = this;
    this.#listeners.forEach((listener) => listener(state));
  }

}
