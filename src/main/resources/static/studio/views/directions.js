// Sliders that move the picture along the directions of its model: those with names first, the rest folded away.
/** @import { Store } from '../store.js' */
/** @import { Direction, Shown, State } from '../types.js' */
import * as answers from '../answers.js';
import { pictureAddress } from '../api.js';
import { byId, make, mark } from '../dom.js';
import { decimal, ofCard, t } from '../language.js';
import { directionsKey } from '../loaded.js';
import * as session from '../session.js';

/** @param {Store} store */
export function directionsView(store) {
  const [named, others] = ['directions', 'more-directions'].map((id) => byId(id, HTMLElement));
  const more = byId('more', HTMLDetailsElement);
  const note = byId('directions-note', HTMLElement);
  const reset = byId('directions-reset', HTMLButtonElement);
  reset.addEventListener('click', () => store.update(answers.straightened));
  /** @type {Direction[]} */
  let rendered = [];
  return (/** @type {State} */ state) => {
    const { key, list, failure } = state.directions;
    const recipe = session.recipe(state);
    const ready = key === directionsKey(state);
    const stale = list.length > 0 && !ready;
    named.hidden = stale;
    note.textContent = t(!ready ? 'Looking for directions…' : failure
      ?? (recipe ? '' : 'Directions move a picture: pick a sample, or paint one.'));
    mark(named, 'aria-busy', !ready || list.some(({ of, ends }) => of && !ends));
    note.hidden = note.textContent === '';
    if (list !== rendered) {
      rendered = list;
      const names = list.filter(({ of }) => of);
      const rest = list.filter((direction) => !names.some(({ of }) => of === direction.name) && !names.includes(direction));
      const sliders = (/** @type {Direction[]} */ part) => part.map((direction) => slider(store, direction));
      named.replaceChildren(...sliders(names.length > 0 ? names : rest));
      others.replaceChildren(...sliders(names.length > 0 ? rest : []));
    }
    more.hidden = stale || others.childElementCount === 0;
    reset.hidden = !Object.values(recipe?.directions ?? {}).some((strength) => strength !== 0);
    for (const input of [...named.querySelectorAll('input'), ...others.querySelectorAll('input')]) {
      const strength = recipe?.directions?.[input.name] ?? 0;
      input.value = String(strength);
      input.disabled = !recipe || !ready;
      const output = input.closest('.direction')?.querySelector('output');
      if (output) {
        output.value = decimal(strength, 1);
      }
    }
  };
}

/** @param {Store} store @param {Direction} direction */
function slider(store, { name, title, of, minimum, maximum, share, ends }) {
  const input = make('input', { type: 'range', id: `direction-${name}`, name, min: String(minimum), max: String(maximum), step: '0.1' });
  input.addEventListener('input', () => store.update(answers.slid, name, Number(input.value)));
  const label = make('label', { htmlFor: input.id, textContent: of ? ofCard(title) : name });
  label.title = [of ? name : title, share && `${(100 * share).toFixed(1)} % of what varies`].filter(Boolean).join(', ');
  const [least, most] = ends ?? [];
  return make('div', { className: of ? 'direction named' : 'direction' }, label, make('output', { ariaLive: 'off' }),
    ...end(store, name, label.textContent, minimum, least), input, ...end(store, name, label.textContent, maximum, most));
}

/** What the picture of the model is at an end of the slider, which goes there. @param {Store} store @param {string} name @param {string} said @param {number} strength @param {Shown | undefined} picture */
function end(store, name, said, strength, picture) {
  if (!picture) {
    return [];
  }
  const button = make('button', { type: 'button', tabIndex: -1, className: 'end-picture' },
    make('img', { src: pictureAddress(picture), alt: '' }));
  button.setAttribute('aria-label', `${said}, ${strength}`);
  button.addEventListener('click', () => store.update(answers.slid, name, strength));
  return [button];
}
