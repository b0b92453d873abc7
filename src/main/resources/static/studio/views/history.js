// Every step so far, with a picture of it.
/** @import { Store } from '../store.js' */
/** @import { State, Step } from '../types.js' */
import { pictureAddress } from '../api.js';
import { byId, make } from '../dom.js';
import { t } from '../language.js';
import { title } from '../recipe.js';
import * as session from '../session.js';

/** @param {Store} store */
export function historyView(store) {
  const strip = byId('history', HTMLElement);
  /** @type {Map<number, { step: Step, button: HTMLButtonElement }>} */
  let rendered = new Map();
  return (/** @type {State} */ { history, models }) => {
    const next = new Map(history.steps.map((step) => {
      const before = rendered.get(step.id);
      return [step.id, (before?.step === step) ? before : { step, button: thumbnail(store, step) }];
    }));
    if (history.steps.some((step) => rendered.get(step.id)?.step !== step) || rendered.size !== next.size) {
      const focused = document.activeElement?.getAttribute('data-step');
      strip.replaceChildren(...[...next.values()].map(({ button }) => button));
      focused && next.get(Number(focused))?.button.focus();
    }
    rendered = next;
    for (const [id, { step, button }] of rendered) {
      button.disabled = !models.some(({ name }) => name === step.model);
      const here = id === history.current;
      if (here !== (button.getAttribute('aria-current') === 'step')) {
        button.setAttribute('aria-current', here ? 'step' : 'false');
        if (here) {
          strip.scrollLeft = button.offsetLeft - strip.clientWidth / 2;
        }
      }
    }
  };
}

/** @param {Store} store @param {Step} step */
function thumbnail(store, { id, what: english, picture }) {
  const what = picture ? `${t(english)}: ${title(picture.recipe, t)}` : t(english);
  const button = make('button', { type: 'button', title: what },
    picture ? make('img', { src: pictureAddress(picture), alt: what }) : make('span', { textContent: what }));
  button.dataset.step = String(id);
  button.addEventListener('click', () => store.update(session.wentTo, id));
  return button;
}
