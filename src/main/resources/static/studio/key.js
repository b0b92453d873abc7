// The key of a service that is locked: it is asked for when it is missed, and kept for as long as the tab is open.
import { make } from './dom.js';
import { t } from './language.js';

const KEPT = 'eidolon-key';

/** The key that was given in this tab. */
export const key = globalThis.sessionStorage?.getItem(KEPT) ?? undefined;

let asked = false;

/** Asks for a key, and starts the page anew with it. */
export function askForKey() {
  if (asked) {
    return;
  }
  asked = true;
  const field = make('input', { type: 'password', required: true, autocomplete: 'off', spellcheck: false });
  const cancel = make('button', { type: 'button', textContent: t('Cancel') });
  const form = make('form', { method: 'dialog', className: 'fields' },
    make('h2', { id: 'key-title', textContent: t('This service is locked') }),
    make('p', { className: 'hint', textContent: t(key ? 'The key is not known, or not any more.' : 'Whoever runs it gives out keys. Yours is kept until this tab is closed.') }),
    make('label', {}, t('Key'), ' ', field),
    make('div', { className: 'bar' }, make('button', { textContent: t('Use this key') }), ' ', cancel));
  const page = make('dialog', { id: 'key-page' }, form);
  page.setAttribute('aria-labelledby', 'key-title');
  cancel.addEventListener('click', () => page.close());
  form.addEventListener('submit', () => {
    sessionStorage.setItem(KEPT, field.value.trim());
    location.reload();
  });
  document.body.append(page);
  page.showModal();
}
