// What actions do outside the state: files, the clipboard, dialogs.
/** @import { Recipe } from './types.js' */
/** @import { Store } from './store.js' */
import * as answers from './answers.js';
import * as api from './api.js';
import { failedAside } from './loaded.js';
import { t } from './language.js';
import { toHash } from './link.js';
import { fileName, title } from './recipe.js';
import { read, recipe as savedRecipe, withLatent } from './saved.js';
import * as session from './session.js';
import * as snippets from './snippets.js';
import { byId } from './dom.js';
import { inWords } from './words.js';

/** How long a browser may take to begin writing a file. */
const WRITING = 10_000;

export class Effects {

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
  }

  chooseFile() {
    byId('file', HTMLInputElement).click();
  }

  surprise() {
    this.store.update(answers.surprised, Math.floor(Math.random() * 1_000_000));
  }

  goToWords() {
    byId('prompt', HTMLInputElement).select();
  }

  showHelp() {
    byId('help-page', HTMLDialogElement).showModal();
  }

  chooseSaving() {
    byId('save-page', HTMLDialogElement).showModal();
  }

  comparePictures() {
    byId('beside-page', HTMLDialogElement).showModal();
  }

  save() {
    return this.saveAs('png', 1);
  }

  /** @param {'png' | 'webp' | 'gif' | 'upscaled'} what a GIF is of the walk @param {number} scale */
  async saveAs(what, scale) {
    const format = (what === 'upscaled') ? 'png' : what;
    const now = session.step(this.store.state);
    const picture = session.picture(this.store.state);
    if (!picture) {
      return;
    }
    try {
      const { recipe, latent } = picture;
      const bytes = (format === 'gif' && now?.before && now.picture)
        ? await api.animation({ ...recipe, label: now.picture.label }, [now.before.latent, now.picture.latent], scale)
        : await api.file(recipe, format, (what === 'upscaled') ? { upscale: api.UPSCALED } : { scale });
      const link = Object.assign(document.createElement('a'), { download: fileName(recipe, format, scale),
        href: URL.createObjectURL(new Blob([(format === 'png') ? withLatent(bytes, latent) : bytes], { type: `image/${format}` })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), WRITING);
    } catch (failure) {
      this.store.update(failedAside, inWords(failure).message, 'save');
    }
  }

  /** Brings a saved picture back, or looks for the place of any other. @param {File} file */
  async open(file) {
    const said = read(new Uint8Array(await file.arrayBuffer()));
    const { state } = this.store;
    const model = state.models.find(({ name }) => name === said?.model);
    const recipe = said && model ? savedRecipe(said, model) : null;
    if (recipe) {
      this.store.update(answers.ask, { kind: 'generate', as: 'start', what: 'Opened', recipe, note: `“${title(recipe, t)}” is back` });
      return;
    }
    this.store.update(answers.ask, { kind: 'project', what: 'Photo', model: session.model(state)?.name, file });
    if (model) {
      this.store.update(session.said, 'What this file says of itself is damaged: looking for the picture as for a photo…');
    }
  }

  copyLink() {
    this.#withRecipe((recipe) => this.#copy(new URL(toHash(recipe), api.base()).href, 'The link'));
  }

  /** @param {'curl' | 'javaScript' | 'python'} language */
  copyCode(language) {
    this.#withRecipe((recipe) => this.#copy(snippets[language](recipe, api.base()), 'The code'));
  }

  /** @param {(recipe: Recipe) => void} use */
  #withRecipe(use) {
    const picture = session.picture(this.store.state);
    if (picture) {
      use(picture.recipe);
    }
  }

  // Without HTTPS there is no clipboard: then the text is shown, to be copied by hand.
  /** @param {string} text @param {string} what */
  async #copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      this.store.update(session.said, `${what} was copied`);
    } catch {
      const dialog = byId('copy-page', HTMLDialogElement);
      const area = byId('copy-text', HTMLTextAreaElement);
      area.value = text;
      dialog.showModal();
      area.select();
    }
  }

}
