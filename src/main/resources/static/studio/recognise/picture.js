// The picture that is looked at: chosen, dropped, pasted, or the example.
import { byId } from '../dom.js';
import { t } from '../language.js';
import { shrink } from '../photo.js';
import { inWords } from '../words.js';

/** @param {(picture: Blob) => void} use @param {boolean} hasExample whether there is a detector that sees what is wrong with the example */
export function bindPicture(use, hasExample) {
  const chooser = byId('file', HTMLInputElement);
  const suspect = byId('suspect', HTMLImageElement);
  const wrong = byId('picture-failure', HTMLElement);

  /** @param {() => Promise<Blob>} file */
  async function open(file) {
    try {
      const picture = await shrink(await file());
      URL.revokeObjectURL(suspect.src);
      suspect.src = URL.createObjectURL(picture);
      byId('overlay', HTMLElement).hidden = false;
      wrong.hidden = true;
      use(picture);
    } catch (failure) {
      wrong.textContent = t(inWords(failure).message);
      wrong.hidden = false;
    }
  }

  /** @param {DataTransfer | null} data @param {Event} event */
  function take(data, event) {
    document.body.classList.remove('dropping');
    const file = data?.files[0];
    if (file) {
      event.preventDefault();
      open(async () => file);
    }
  }

  byId('choose', HTMLButtonElement).addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    chooser.value = '';
    if (file) {
      open(async () => file);
    }
  });
  const example = byId('example', HTMLButtonElement);
  example.hidden = !hasExample;
  example.addEventListener('click', () => open(async () => (await fetch(new URL('example.png', import.meta.url))).blob()));
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      document.body.classList.add('dropping');
    }
  });
  addEventListener('dragleave', () => document.body.classList.remove('dropping'));
  addEventListener('drop', (event) => take(event.dataTransfer, event));
  addEventListener('paste', (event) => take(event.clipboardData, event));
}
