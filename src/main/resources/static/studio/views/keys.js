// Keys for actions, and the page that tells them.
/** @import { Effects } from '../effects.js' */
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { ACTIONS, actionOf, perform } from '../actions.js';
import { byId, make } from '../dom.js';
import { t } from '../language.js';
import { isSingle, nameOf, readable } from '../shortcuts.js';
import { remember, remembered } from '../memory.js';
import { MAC } from './buttons.js';

const LETTERS = 'eidolon.letters';

/** @param {Store} store @param {Effects} effects */
export function keysView(store, effects) {
  const letters = byId('letters', HTMLInputElement);
  store.update((state) => ({ ...state, letters: remembered(LETTERS, true) }));
  letters.addEventListener('change', () => {
    remember(LETTERS, letters.checked);
    store.update((state) => ({ ...state, letters: letters.checked }));
  });

  /** @param {KeyboardEvent} event */
  const action = (event) => {
    const name = nameOf(event);
    const target = /** @type {Element} */ (event.target);
    const typing = target.matches('input:not([type=range], [type=checkbox], [type=color]), select, textarea');
    const off = typing || document.querySelector('dialog[open]') || (!store.state.letters && isSingle(name));
    return off ? null : actionOf(name);
  };
  addEventListener('keydown', (event) => {
    const found = action(event);
    if (found) {
      event.preventDefault();
      if (!(found.held && event.repeat)) {
        perform(found, store, effects, found.held ? true : undefined);
      }
    }
  });
  addEventListener('keyup', (event) => {
    const found = actionOf(event.key.toLowerCase());
    if (found?.held && store.state.comparing) {
      found.run(store, effects, false);
    }
  });

  byId('help-list', HTMLElement).append(...ACTIONS.flatMap(({ name, does, keys }) => [
    make('dt', {}, t(name), ...(keys ?? []).map((key) => make('kbd', {}, readable(key, MAC)))),
    make('dd', {}, t(does)),
  ]));
  return (/** @type {State} */ state) => {
    letters.checked = state.letters;
  };
}
