// Files that are chosen or dropped on the page.
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
  addEventListener('drop', (event) => {
    document.body.classList.remove('dropping');
    const file = event.dataTransfer?.files[0];
    if (file) {
      event.preventDefault();
      effects.open(file);
    }
  });
}
