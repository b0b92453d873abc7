// Keeps the history in the browser over reloads. One tab keeps it: others would write over it.
/** @import { History, Picture, State, Step } from './types.js' */
/** @import { Store } from './store.js' */

const NAME = 'eidolon-studio';
const STEPS = 'steps';
const PLACE = 'place';

/** Milliseconds after which another tab is sure to hold the history. */
const PATIENCE = 300;

/** Milliseconds that a page which is loaded again waits for the one it was before: a busy machine takes its time. */
const PATIENCE_WITH_ITSELF = 10_000;

/** What a tab remembers of having kept the history. */
const KEEPER = 'eidolon-keeper';

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export class Journal {

  /** @type {Map<number, Step>} what is written already */
  #written = new Map();

  /** @type {Pick<State, 'history' | 'favourites'> | null} what was written last */
  #last = null;

  #writing = false;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.database = database;
  }

  /** Null where there is nothing to write to, or another tab writes. @returns {Promise<Journal | null>} */
  static async open() {
    try {
      if (navigator.locks && !await Journal.#claim()) {
        return null;
      }
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STEPS, { keyPath: 'id' });
        request.result.createObjectStore(PLACE);
      };
      return new Journal(await answer(request));
    } catch {
      return null; // private windows have none
    }
  }

  // The lock is held until the page goes. A page that is loaded again may have to wait for itself to go.
  /** @returns {Promise<boolean>} */
  static #claim() {
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    const again = navigation?.type === 'reload' && sessionStorage.getItem(KEEPER) !== null;
    return new Promise((resolve) => {
      navigator.locks.request(NAME, { signal: AbortSignal.timeout(again ? PATIENCE_WITH_ITSELF : PATIENCE) }, () => {
        sessionStorage.setItem(KEEPER, '');
        resolve(true);
        return new Promise(() => {});
      }).catch(() => {
        sessionStorage.removeItem(KEEPER);
        resolve(false);
      });
    });
  }

  /** @returns {Promise<{ history: History, favourites: Picture[] } | null>} */
  async read() {
    try {
      const transaction = this.database.transaction([STEPS, PLACE]);
      const [steps, place] = await Promise.all([answer(transaction.objectStore(STEPS).getAll()),
        answer(transaction.objectStore(PLACE).get(PLACE))]);
      this.#written = new Map(steps.map((/** @type {Step} */ step) => [step.id, step]));
      return place && { history: { steps, current: place.current, redo: place.redo }, favourites: place.favourites ?? [] };
    } catch {
      return null;
    }
  }

  /** Writes what changes from now on, at once: a page that goes may take with it what it has not begun to write. @param {Store} store */
  follow(store) {
    store.subscribe(() => this.#keep(store));
    addEventListener('pagehide', () => this.#write(store.state));
    this.#keep(store);
  }

  // What changes while it writes is written after that.
  /** @param {Store} store */
  #keep(store) {
    const { history, favourites } = store.state;
    if (!this.#writing && (history !== this.#last?.history || favourites !== this.#last?.favourites)) {
      this.#writing = true;
      const transaction = this.#write(store.state);
      transaction.oncomplete = transaction.onabort = () => {
        this.#writing = false;
        this.#keep(store);
      };
    }
  }

  /** @param {State} state */
  #write({ history, favourites }) {
    const steps = new Map(history.steps.map((step) => [step.id, step]));
    const transaction = this.database.transaction([STEPS, PLACE], 'readwrite');
    const table = transaction.objectStore(STEPS);
    steps.forEach((step, id) => (this.#written.get(id) !== step) && table.put(step));
    this.#written.forEach((_, id) => steps.has(id) || table.delete(id));
    transaction.objectStore(PLACE).put({ current: history.current, redo: history.redo, favourites }, PLACE);
    transaction.commit(); // a page that goes does not wait for its writes to end
    this.#written = steps;
    this.#last = { history, favourites };
    return transaction;
  }

}
