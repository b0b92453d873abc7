// A question to the service: the newest one counts, and what fails is said where the answer would stand.
import { byId } from '../dom.js';
import { t } from '../language.js';
import { inWords } from '../words.js';

export class Inquiry {

  #controller = new AbortController();

  #status;

  /** @param {string} status the id of what says how far it is */
  constructor(status) {
    this.#status = byId(status, HTMLElement);
  }

  /** @param {string} waiting said meanwhile @param {(signal: AbortSignal) => Promise<string>} ask gives what is said of the answer */
  async ask(waiting, ask) {
    this.#controller.abort();
    const { signal } = this.#controller = new AbortController();
    this.#say(waiting);
    try {
      const said = await ask(signal);
      signal.throwIfAborted();
      this.#say(said);
    } catch (failure) {
      if (!signal.aborted) {
        this.#say(inWords(failure).message);
      }
    }
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = t(sentence);
  }

}
