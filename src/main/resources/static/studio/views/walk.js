// The walk between two pictures: a slider, and Play.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import * as session from '../session.js';

const STEP = 1 / 15;
const MILLISECONDS = 50;

/** @param {Store} store */
export function walkView(store) {
  const slider = byId('walk', HTMLInputElement);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  let way = -1;
  slider.addEventListener('input', () => store.update(session.walked, { at: Number(slider.value), playing: false }));

  function go() {
    const { at } = store.state.walk;
    way = (at >= 1) ? -1 : (at <= 0) ? 1 : way;
    store.update(session.walked, { at: Math.min(1, Math.max(0, at + way * STEP)) });
  }

  return (/** @type {State} */ state) => {
    slider.disabled = !session.walkable(state);
    slider.value = String(state.walk.at);
    const share = `${Math.round(100 * state.walk.at)} %`;
    slider.setAttribute('aria-valuetext', share);
    byId('walk-value', HTMLOutputElement).value = share;
    const moves = state.walk.playing && session.walkable(state);
    if (moves && timer === undefined) {
      timer = setInterval(go, MILLISECONDS);
    } else if (!moves) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
