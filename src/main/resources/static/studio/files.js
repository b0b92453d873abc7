// Files that are chosen, dropped on the page, or pasted.
/** @import { Effects } from './effects.js' */
import { byId } from './dom.js';

/** @param {Effects} effects */
export function bindFiles(effects) {
  const chooser = byId('file', HTMLInputElement);
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    chooser.value = '';
    if (file) {
      effects.open(file);
    }
  });
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      document.body.classList.add('dropping');
    }
  });
  addEventListener('dragleave', () => document.body.classList.remove('dropping'));
  /** @param {DataTransfer | null} data @param {Event} event */
  const take = (data, event) => {
    document.body.classList.remove('dropping');
    const file = data?.files[0];
    if (file) {
      event.preventDefault();
      effects.open(file);
    }
  };
  addEventListener('drop', (event) => take(event.dataTransfer, event));
  addEventListener('paste', (event) => take(event.clipboardData, event));
}
