// Sliders that move the picture along the directions of its model.
/** @import { Store } from '../store.js' */
/** @import { Direction, State } from '../types.js' */
import * as answers from '../answers.js';
import { byId, make } from '../dom.js';
import { directionsKey } from '../loaded.js';
import * as session from '../session.js';

/** @param {Store} store */
export function directionsView(store) {
  const panel = byId('directions', HTMLElement);
  const note = byId('directions-note', HTMLElement);
  /** @type {Direction[]} */
  let rendered = [];
  return (/** @type {State} */ state) => {
    const { key, list, failure } = state.directions;
    const recipe = session.recipe(state);
    const ready = key === directionsKey(state);
    note.textContent = !ready ? 'Looking for directions…' : failure
      ?? (recipe ? '' : 'Directions move a picture: pick a sample, or paint one.');
    note.hidden = note.textContent === '';
    if (list !== rendered) {
      rendered = list;
      panel.replaceChildren(...list.map((direction) => slider(store, direction)));
    }
    for (const input of panel.querySelectorAll('input')) {
      const strength = recipe?.directions?.[input.name] ?? 0;
      input.value = String(strength);
      input.disabled = !recipe || !ready;
      const output = input.parentElement?.querySelector('output');
      if (output) {
        output.value = strength.toFixed(1);
      }
    }
  };
}

/** @param {Store} store @param {Direction} direction */
function slider(store, { name, title, minimum, maximum, share }) {
  const input = make('input', { type: 'range', name, min: String(minimum), max: String(maximum), step: '0.1' });
  input.addEventListener('input', () => store.update(answers.slid, name, Number(input.value)));
  const label = make('label', {}, make('span', { textContent: name }), input, make('output'));
  label.title = [title, share && `${(100 * share).toFixed(1)} % of what varies`].filter(Boolean).join(', ') || name;
  return label;
}
