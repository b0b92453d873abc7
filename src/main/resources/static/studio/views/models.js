// The models to choose from, and what there is to say of the one that is chosen.
/** @import { Store } from '../store.js' */
/** @import { Model, State } from '../types.js' */
import * as answers from '../answers.js';
import { followToCard, modelAddress, showSample } from '../api.js';
import { byId, make, mark } from '../dom.js';
import { ofCard, t } from '../language.js';
import { best } from '../recipe.js';
import * as session from '../session.js';

/** One picture says more than many at this size, and takes a hundredth of their bytes. */
const TRUNCATION = 0.8;

/** @param {Store} store */
export function modelsView(store) {
  const nav = byId('models', HTMLElement);
  const about = byId('about', HTMLElement);
  /** @type {Model[]} */
  let rendered = [];
  /** @type {Model | null} */
  let told = null;
  return (/** @type {State} */ state) => {
    if (state.models !== rendered) {
      rendered = state.models;
      const first = rendered.filter(({ name }) => name === state.defaultModel);
      nav.replaceChildren(...[...new Set([...first, ...rendered])].map((model) => {
        const { name, title } = model;
        const recipe = { model: name, seed: best(model), truncation: TRUNCATION };
        const icon = make('img', { alt: '' });
        icon.addEventListener('error', () => icon.remove());
        showSample(icon, recipe, 'jpg');
        const button = make('button', { type: 'button', title: ofCard(title), value: name }, icon, name);
        button.addEventListener('click', () => store.update(answers.choseModel, name));
        return button;
      }));
    }
    const chosen = session.model(state);
    for (const button of nav.querySelectorAll('button')) {
      mark(button, 'aria-pressed', button.value === chosen?.name);
      if (chosen !== told && button.value === chosen?.name) {
        nav.scrollLeft = button.offsetLeft - nav.offsetLeft - (nav.clientWidth - button.offsetWidth) / 2; // in the middle, where there are many
      }
    }
    if (chosen && chosen !== told) {
      told = chosen;
      about.replaceChildren(...sentences(chosen));
    }
  };
}

/** @param {Model} model @returns {(Node | string)[]} */
const sentences = ({ name, title, description, licence }) => [make('b', { textContent: ofCard(title) }), ' ',
  make('span', { className: 'description', textContent: description ? `${ofCard(description)} ` : '' }),
  make('span', { className: 'licence', textContent: licence ? `${t('Licence:')} ${ofCard(licence)}.` : t('No licence is named.') }), ' ',
  make('a', { href: modelAddress(name), textContent: t('Card'), onclick: (/** @type {MouseEvent} */ event) => followToCard(event, name) })];
