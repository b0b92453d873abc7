// How far a request is, what there is to say, and what went wrong.
/** @import { Effects } from '../effects.js' */
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import * as answers from '../answers.js';
import { ACTIONS, perform } from '../actions.js';
import { byId } from '../dom.js';
import { t } from '../language.js';
import * as session from '../session.js';
import { VERDICTS } from '../words.js';

/** @param {Store} store @param {Effects} effects */
export function outcomeView(store, effects) {
  const progress = byId('progress', HTMLElement);
  const bar = byId('progress-bar', HTMLProgressElement);
  const notice = byId('notice', HTMLElement);
  const retry = byId('retry', HTMLButtonElement);
  const photo = byId('photo', HTMLElement);
  retry.addEventListener('click', () => {
    const again = store.state.failure?.retry;
    const action = ACTIONS.find(({ id }) => id === again);
    store.update(answers.retried);
    if (again === 'reload') {
      location.reload();
    }
    if (action) {
      perform(action, store, effects);
    }
  });
  byId('dismiss', HTMLButtonElement).addEventListener('click', () => store.update(answers.cancelled));
  byId('stop', HTMLButtonElement).addEventListener('click', () => store.update(answers.cancelled));

  return (/** @type {State} */ state) => {
    const { failure } = state;
    progress.hidden = session.request(state) === null || failure !== null;
    bar.value = state.progress?.share ?? 0;
    notice.hidden = failure === null;
    byId('notice-text', HTMLElement).textContent = failure ? t(failure.message) : '';
    retry.hidden = !failure?.retry;
    byId('status', HTMLElement).textContent = t(state.note || (session.request(state)?.kind === 'search' && !failure ? 'Looking for pictures that fit…' : ''));
    const now = session.step(state)?.photo;
    photo.hidden = !now;
    if (now) {
      byId('photo-picture', HTMLImageElement).src = now.address;
      byId('photo-text', HTMLElement).textContent = t(VERDICTS[now.verdict] ?? '');
    }
  };
}
