// The address of the page says which picture is shown: Back and Forward work, and a link opens it elsewhere.
/** @import { State } from './types.js' */
/** @import { Store } from './store.js' */
import * as answers from './answers.js';
import { fromHash, toHash } from './link.js';
import * as prompts from './prompts.js';
import * as session from './session.js';

/** What a link asks for, or nothing. @param {State} state @returns {State} */
export function opened(state) {
  const recipe = fromHash(location.hash);
  if (!recipe) {
    return state;
  }
  const now = session.picture(state);
  const next = prompts.adopted(state, recipe);
  return (now && toHash(now.recipe) === location.hash) ? next : answers.ask(next, { kind: 'generate', as: 'start', what: 'Link', recipe });
}

/** @param {Store} store */
export function bindAddress(store) {
  /** @type {number | null} */
  let told = null;
  addEventListener('popstate', ({ state }) => {
    const known = store.state.history.steps.find(({ id }) => id === state?.step);
    if (known && (!known.picture || toHash(known.picture.recipe) === location.hash)) {
      told = state.step;
      store.update(session.wentTo, state.step);
    } else {
      store.update(opened);
    }
  });
  store.subscribe((state) => {
    const now = session.step(state);
    if (now) {
      const hash = now.picture ? toHash(now.picture.recipe) : location.pathname + location.search;
      const tell = (told === null || told === now.id) ? 'replaceState' : 'pushState';
      if (told !== now.id || (now.picture && location.hash !== hash)) {
        history[tell]({ step: now.id }, '', hash);
      }
      told = now.id;
    }
  });
}
