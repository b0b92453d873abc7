// A button for each action, in the group that it belongs to.
/** @import { Effects } from '../effects.js' */
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { ACTIONS, perform } from '../actions.js';
import { make, mark } from '../dom.js';
import { t } from '../language.js';
import { readable } from '../shortcuts.js';

export const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** @param {Store} store @param {Effects} effects */
export function buttonsView(store, effects) {
  const buttons = ACTIONS.flatMap((action) => {
    const group = document.querySelector(`[data-group=${action.group}]`);
    if (!group) {
      return [];
    }
    const button = make('button', { type: 'button', id: action.id, textContent: t(action.name) });
    button.addEventListener('click', () => perform(action, store, effects));
    group.append(button);
    return [{ action, button }];
  });
  return (/** @type {State} */ state) => buttons.forEach(({ action, button }) => {
    const off = action.off?.(state) ?? null;
    const key = action.keys?.[0];
    mark(button, 'aria-disabled', off !== null); // not disabled: whoever presses it hears why
    button.title = off ? t(off) : `${t(action.does)}${key ? ` (${readable(key, MAC)})` : ''}`;
    if (action.pressed) {
      mark(button, 'aria-pressed', action.pressed(state));
    }
  });
}
