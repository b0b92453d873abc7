// Samples of the model, and the settings that they are generated with.
/** @import { Store } from '../store.js' */
/** @import { Picture, State } from '../types.js' */
import * as answers from '../answers.js';
import { pictureAddress, sampleAddress } from '../api.js';
import { byId, make, mark, resize } from '../dom.js';
import { decimal, t } from '../language.js';
import * as loaded from '../loaded.js';
import { MOST_SEED, body, title } from '../recipe.js';
import * as session from '../session.js';

/** Marks a drag as one of a sample. */
const DRAG = 'application/x-sample';

/** @param {Store} store */
export function samplesView(store) {
  const [seed, count, truncation] = ['seed', 'count', 'truncation'].map((id) => byId(id, HTMLInputElement));
  const label = byId('label', HTMLSelectElement);
  const gallery = byId('gallery', HTMLElement);
  const failure = byId('samples-failure', HTMLElement);
  /** @type {string[] | null} */
  let classes = null;
  seed.addEventListener('input', () => {
    const value = Math.floor(Number(seed.value));
    store.update(answers.sampled, { seed: (seed.value === '') ? null : Math.min(MOST_SEED, Math.max(0, value || 0)) });
  });
  seed.addEventListener('blur', () => seed.value = String(store.state.samples.seed ?? '')); // as it was taken
  count.addEventListener('input', () => store.update(answers.sampled, { count: Number(count.value) }));
  truncation.addEventListener('input', () => store.update(answers.sampled, { truncation: Number(truncation.value) }));
  label.addEventListener('input', () => store.update(answers.sampled, { label: label.value }));
  byId('shuffle', HTMLButtonElement).addEventListener('click', () =>
    store.update(answers.sampled, { seed: Math.floor(Math.random() * 1_000_000) }));
  const choice = byId('best', HTMLButtonElement);
  choice.addEventListener('click', () => store.update(answers.sampled, { seed: null }));
  addEventListener('online', () => {
    if (store.state.sheet.failure) {
      store.update(loaded.sheetRetried);
    }
  });
  byId('samples-retry', HTMLButtonElement).addEventListener('click', () => store.update(loaded.sheetRetried));

  return (/** @type {State} */ state) => {
    const { samples, sheet } = state;
    if (document.activeElement !== seed) {
      seed.value = String(samples.seed ?? '');
    }
    count.value = String(samples.count);
    truncation.value = String(samples.truncation);
    byId('truncation-value', HTMLOutputElement).value = decimal(samples.truncation, 2);
    byId('count-value', HTMLOutputElement).value = String(samples.count);
    const model = session.model(state);
    if (model && model.classes !== classes) {
      classes = model.classes;
      byId('class-setting', HTMLElement).hidden = classes.length === 0;
      label.replaceChildren(new Option(t('all'), ''), ...classes.map((name) => new Option(name)));
    }
    label.value = samples.label;
    choice.hidden = !model?.showcase.length;
    mark(choice, 'aria-pressed', samples.seed === null);
    failure.hidden = !sheet.failure;
    byId('samples-failure-text', HTMLElement).textContent = sheet.failure ? t(sheet.failure) : '';
    mark(gallery, 'aria-busy', sheet.key !== loaded.sheetKey(state));
    resize(gallery, sheet.pictures.length, (place) => tile(store, place));
    const now = session.picture(state);
    sheet.pictures.forEach((picture, place) => show(/** @type {HTMLAnchorElement} */ (gallery.children[place]), picture, now));
  };
}

/** @param {HTMLAnchorElement} link @param {Picture} picture @param {Picture | null} now */
function show(link, picture, now) {
  const image = /** @type {HTMLImageElement} */ (link.firstElementChild);
  const address = pictureAddress(picture);
  if (image.src !== address) {
    image.src = address;
    image.alt = title(picture.recipe, t);
    link.href = sampleAddress(picture.recipe);
    link.title = t(`seed ${picture.recipe.seed}`);
  }
  mark(link, 'aria-current', now !== null && JSON.stringify(body(now.recipe)) === JSON.stringify(body(picture.recipe)));
}

// A sample is a link to its picture, which can be copied, opened and bookmarked like any other.
/** @param {Store} store @param {number} place */
function tile(store, place) {
  const link = make('a', {}, make('img', { draggable: false }));
  const sample = () => store.state.sheet.pictures[place];
  link.addEventListener('click', (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      store.update(session.picked, sample());
    }
  });
  link.addEventListener('dragstart', (event) => event.dataTransfer?.setData(DRAG, String(place)));
  link.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(DRAG)) {
      event.preventDefault();
      link.classList.add('over');
    }
  });
  link.addEventListener('dragleave', () => link.classList.remove('over'));
  link.addEventListener('drop', (event) => {
    event.preventDefault();
    link.classList.remove('over');
    const from = event.dataTransfer?.getData(DRAG);
    if (from) {
      store.update(session.joined, store.state.sheet.pictures[Number(from)], sample());
    }
  });
  return link;
}
