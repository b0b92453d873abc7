// Up to four pictures, each with a weight: the current picture is their mix.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { pictureAddress } from '../api.js';
import * as collection from '../collection.js';
import { byId, make, resize } from '../dom.js';
import { t } from '../language.js';
import { title } from '../recipe.js';

/** @param {Store} store */
export function mixView(store) {
  const list = byId('mix', HTMLElement);
  const add = byId('mix-add', HTMLButtonElement);
  add.addEventListener('click', () => store.update(collection.added));
  return (/** @type {State} */ state) => {
    const parts = collection.parts(state);
    const off = collection.mixOff(state);
    add.disabled = off !== null;
    add.title = off ? t(off) : '';
    resize(list, parts.length, (place) => slot(store, place));
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    parts.forEach(({ picture, weight }, place) => {
      const [image, input] = [list.children[place].querySelector('img'), list.children[place].querySelector('input')];
      if (image && input) {
        image.src = pictureAddress(picture);
        image.alt = title(picture.recipe, t);
        input.value = String(weight);
        input.setAttribute('aria-label', `${t('How much of it')}: ${title(picture.recipe, t)}`);
        const share = `${Math.round(100 * weight / (total || 1))} %`;
        input.setAttribute('aria-valuetext', share);
        /** @type {HTMLOutputElement} */ (list.children[place].querySelector('output')).value = share;
      }
    });
  };
}

/** @param {Store} store @param {number} place */
function slot(store, place) {
  const input = make('input', { type: 'range', min: '0', max: '1', step: '0.05' });
  input.addEventListener('input', () => store.update(collection.weighted, place, Number(input.value)));
  const remove = make('button', { type: 'button', textContent: '×', title: t('Take out of the mix') });
  remove.setAttribute('aria-label', t('Take out of the mix'));
  remove.addEventListener('click', () => store.update(collection.removed, place));
  return make('div', { className: 'part' }, make('img'), input, make('output', { ariaLive: 'off' }), remove);
}
