// Favourites: they stay when the history moves on.
/** @import { Store } from '../store.js' */
/** @import { Picture, State } from '../types.js' */
import { pictureAddress } from '../api.js';
import { byId, make } from '../dom.js';
import { t } from '../language.js';
import { title } from '../recipe.js';
import * as session from '../session.js';

/** @param {Store} store */
export function favouritesView(store) {
  const strip = byId('favourites', HTMLElement);
  const heading = byId('favourites-title', HTMLElement);
  /** @type {Picture[]} */
  let rendered = [];
  return (/** @type {State} */ { favourites, models }) => {
    strip.hidden = heading.hidden = favourites.length === 0;
    if (favourites !== rendered) {
      rendered = favourites;
      strip.replaceChildren(...favourites.map((picture) => {
        const button = make('button', { type: 'button', title: title(picture.recipe, t) },
          make('img', { src: pictureAddress(picture), alt: title(picture.recipe, t) }));
        button.addEventListener('click', () => store.update(session.started, picture, 'Favourite'));
        return button;
      }));
    }
    [...strip.children].forEach((button, place) => {
      /** @type {HTMLButtonElement} */ (button).disabled = !models.some(({ name }) => name === favourites[place].recipe.model);
    });
  };
}
