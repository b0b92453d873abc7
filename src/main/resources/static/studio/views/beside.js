// Two pictures side by side: the current one, and any of the history or the favourites.
/** @import { Store } from '../store.js' */
/** @import { Picture, State } from '../types.js' */
import { pictureAddress } from '../api.js';
import { byId, make } from '../dom.js';
import { t } from '../language.js';
import { title } from '../recipe.js';
import * as session from '../session.js';

/** @param {Store} store */
export function besideView(store) {
  const dialog = byId('beside-page', HTMLDialogElement);
  const strip = byId('beside-strip', HTMLElement);
  dialog.addEventListener('toggle', () => dialog.open && fill(store.state));

  /** @param {State} state */
  function fill(state) {
    const now = session.picture(state);
    const steps = state.history.steps.flatMap(({ picture }) => picture ? [picture] : []).reverse();
    const pictures = [...state.favourites, ...steps].filter((picture, place, all) =>
      picture.data !== now?.data && all.findIndex(({ data }) => data === picture.data) === place);
    strip.replaceChildren(...pictures.map((picture) => {
      const button = make('button', { type: 'button', title: title(picture.recipe, t) },
        make('img', { src: pictureAddress(picture), alt: title(picture.recipe, t) }));
      button.addEventListener('click', () => put('other', picture));
      return button;
    }));
    put('current', now);
    put('other', session.step(state)?.before ?? pictures[0] ?? null);
  }

  return () => {};
}

/** @param {string} side @param {Picture | null} picture */
function put(side, picture) {
  const image = byId(`beside-${side}`, HTMLImageElement);
  image.hidden = picture === null;
  if (picture) {
    image.src = pictureAddress(picture);
    image.alt = title(picture.recipe, t);
    byId(`beside-${side}-title`, HTMLElement).textContent = title(picture.recipe, t);
  }
}
