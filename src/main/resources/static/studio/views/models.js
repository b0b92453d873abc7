// The models to choose from.
/** @import { Store } from '../store.js' */
/** @import { Model, State } from '../types.js' */
import { previewAddress } from '../api.js';
import { byId, make, mark } from '../dom.js';
import * as session from '../session.js';

/** @param {Store} store */
export function modelsView(store) {
  const nav = byId('models', HTMLElement);
  /** @type {Model[]} */
  let drawn = [];
  return (/** @type {State} */ state) => {
    if (state.models !== drawn) {
      drawn = state.models;
      nav.replaceChildren(...drawn.map(({ name, title }) => {
        const preview = make('img', { src: previewAddress(name), alt: '' });
        preview.addEventListener('error', () => preview.remove());
        const button = make('button', { type: 'button', title, value: name }, preview, name);
        button.addEventListener('click', () => store.update(session.choseModel, name));
        return button;
      }));
    }
    const chosen = session.model(state)?.name;
    for (const button of nav.querySelectorAll('button')) {
      mark(button, 'aria-pressed', button.value === chosen);
    }
  };
}
