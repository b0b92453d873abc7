// The models to choose from.
/** @import { Store } from '../store.js' */
/** @import { Model, State } from '../types.js' */
import * as answers from '../answers.js';
import { sampleAddress } from '../api.js';
import { byId, make, mark } from '../dom.js';
import * as session from '../session.js';

/** One picture says more than many at this size, and takes a hundredth of their bytes. */
const ICON = { seed: 1, truncation: 0.7 };

/** @param {Store} store */
export function modelsView(store) {
  const nav = byId('models', HTMLElement);
  /** @type {Model[]} */
  let rendered = [];
  return (/** @type {State} */ state) => {
    if (state.models !== rendered) {
      rendered = state.models;
      nav.replaceChildren(...rendered.map(({ name, title }) => {
        const icon = make('img', { src: sampleAddress({ model: name, ...ICON }), alt: '' });
        icon.addEventListener('error', () => icon.remove());
        const button = make('button', { type: 'button', title, value: name }, icon, name);
        button.addEventListener('click', () => store.update(answers.choseModel, name));
        return button;
      }));
    }
    const chosen = session.model(state)?.name;
    for (const button of nav.querySelectorAll('button')) {
      mark(button, 'aria-pressed', button.value === chosen);
    }
  };
}
