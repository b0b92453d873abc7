// The pictures that fit the strokes, the best first.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { pictureAddress } from '../api.js';
import { byId, make, mark, resize } from '../dom.js';
import { t } from '../language.js';
import * as session from '../session.js';

/** @param {Store} store */
export function candidatesView(store) {
  const strip = byId('candidates', HTMLElement);
  const hint = byId('candidates-hint', HTMLElement);
  return (/** @type {State} */ state) => {
    const candidates = session.candidates(state);
    hint.hidden = candidates.length > 0;
    resize(strip, candidates.length, (place) => {
      const button = make('button', { type: 'button' }, make('img', { alt: t(`Candidate ${place + 1}`) }));
      button.addEventListener('click', () => store.update(session.chose, place));
      return button;
    });
    const chosen = state.progress ? 0 : session.step(state)?.chosen;
    candidates.forEach((candidate, place) => {
      const button = /** @type {HTMLButtonElement} */ (strip.children[place]);
      /** @type {HTMLImageElement} */ (button.firstElementChild).src = pictureAddress(candidate);
      button.title = t(`Candidate ${place + 1}${place === 0 ? ', the best fit' : ''}`);
      mark(button, 'aria-pressed', place === chosen);
    });
  };
}
