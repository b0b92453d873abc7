// The three first steps, shown until they are done or put away, and then never again.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import { remember, remembered } from '../memory.js';

const NAME = 'eidolon.introduced';

/** @param {Store} store */
export function stepsView(store) {
  const panel = byId('steps', HTMLElement);
  const end = () => {
    remember(NAME, true);
    store.update((state) => ({ ...state, introduced: true }));
  };
  store.update((state) => ({ ...state, introduced: remembered(NAME, false) }));
  byId('steps-end', HTMLButtonElement).addEventListener('click', end);
  return (/** @type {State} */ state) => {
    const { steps } = state.history;
    const done = [steps.length > 1, steps.some(({ strokes }) => strokes.length > 0), steps.some(({ chosen }) => chosen > 0)];
    panel.hidden = state.introduced;
    [...panel.querySelectorAll('li')].forEach((item, place) => item.classList.toggle('done', done[place]));
    if (!state.introduced && done.every(Boolean)) {
      end();
    }
  };
}
