// Saves the picture in another form: larger, as WebP, or the walk as a GIF.
/** @import { Effects } from '../effects.js' */
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { UPSCALED } from '../api.js';
import { byId } from '../dom.js';
import * as session from '../session.js';

/** @param {Store} store @param {Effects} effects */
export function saveView(store, effects) {
  const format = byId('save-format', HTMLSelectElement);
  const scale = byId('save-scale', HTMLInputElement);
  const size = byId('save-size', HTMLOutputElement);
  const walk = byId('save-walk', HTMLOptionElement);

  const times = () => (format.value === 'upscaled') ? UPSCALED : Number(scale.value);

  /** @param {State} state */
  function show(state) {
    const model = session.model(state);
    walk.disabled = !session.walkable(state);
    if (walk.disabled && walk.selected) {
      format.value = 'png';
    }
    scale.disabled = format.value === 'upscaled';
    size.value = model ? `${times()}× (${model.width * times()} × ${model.height * times()} px)` : '';
  }
  [format, scale].forEach((setting) => setting.addEventListener('input', () => show(store.state)));
  byId('save-form', HTMLFormElement).addEventListener('submit', (event) => {
    if (event.submitter?.id === 'save-now') {
      effects.saveAs(/** @type {'png' | 'webp' | 'gif' | 'upscaled'} */ (format.value), times());
    }
  });
  return show;
}
