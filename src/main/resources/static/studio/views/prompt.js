// The line for words, its examples, and the pictures that come of it.
/** @import { Store } from '../store.js' */
/** @import { PromptedPicture, Recipe, State } from '../types.js' */
import { byId, make, mark, resize } from '../dom.js';
import { decimal, t } from '../language.js';
import * as prompts from '../prompts.js';
import { same } from '../recipe.js';
import * as session from '../session.js';
import { warned } from '../words.js';

/** @param {Store} store */
export function promptView(store) {
  const panel = byId('words', HTMLElement);
  const line = byId('prompt', HTMLInputElement);
  const strength = byId('strength', HTMLInputElement);
  const examples = byId('examples', HTMLElement);
  const gallery = byId('prompted', HTMLElement);
  const others = byId('others', HTMLButtonElement);
  const failure = byId('prompted-failure', HTMLElement);
  let text = '';
  /** @type {string[]} */
  let offered = [];
  byId('prompt-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    store.update(prompts.asked, line.value);
  });
  strength.addEventListener('input', () => store.update(prompts.followed, Number(strength.value)));
  const towards = byId('towards', HTMLButtonElement);
  towards.addEventListener('click', () => store.update(prompts.movedTowards, line.value));
  others.addEventListener('click', () => store.update(prompts.others));

  return (/** @type {State} */ state) => {
    panel.hidden = !prompts.understood(state);
    const list = session.model(state)?.prompts ?? [];
    if (list !== offered) {
      offered = list;
      examples.replaceChildren(...list.map((example) => chip(store, example)));
    }
    if (state.prompt.text !== text) {
      text = state.prompt.text;
      line.value = text;
    }
    const off = prompts.towardsOff(state);
    mark(towards, 'aria-disabled', off !== null); // not disabled: whoever presses it hears why
    towards.title = t(off ?? 'Change the picture on the pad towards these words, and keep the rest of it');
    const wanted = prompts.key(state);
    const { key, pictures, warnings, failure: reason } = state.prompted;
    strength.value = String(state.prompt.strength);
    byId('strength-value', HTMLOutputElement).value = decimal(state.prompt.strength, 1);
    others.hidden = wanted === null;
    failure.hidden = wanted === null || key !== wanted || !reason;
    failure.textContent = t(reason ?? '');
    byId('prompted-warning', HTMLElement).textContent = (key === wanted) ? warnings.map((warning) => t(warned(warning))).join(' ') : '';
    gallery.hidden = wanted === null;
    mark(gallery, 'aria-busy', key !== wanted || (pictures.length < prompts.COUNT && !reason));
    resize(gallery, wanted ? pictures.length : 0, (place) => tile(store, place));
    const now = session.recipe(state);
    pictures.forEach((picture, place) => show(gallery.children[place], picture, now));
  };
}

/** @param {Element | undefined} button none while another model is chosen @param {PromptedPicture} picture @param {Recipe | null} now */
function show(button, { recipe, address }, now) {
  const image = /** @type {HTMLImageElement | undefined} */ (button?.firstElementChild);
  if (button && image) {
    if (image.src !== address) {
      image.src = address;
      image.alt = `${recipe.prompt}, ${t(`seed ${recipe.seed}`)}`;
    }
    mark(button, 'aria-pressed', now !== null && same(now, recipe));
  }
}

/** @param {Store} store @param {number} place */
function tile(store, place) {
  const button = make('button', { type: 'button' }, make('img', { draggable: false }));
  button.addEventListener('click', () => store.update(prompts.chose, store.state.prompted.pictures[place].recipe));
  return button;
}

/** @param {Store} store @param {string} example */
function chip(store, example) {
  const button = make('button', { type: 'button', textContent: example });
  button.addEventListener('click', () => store.update(prompts.asked, example));
  return button;
}
