// The picture on the pad enlarged by the service, which lies over it once it is there: pure, as session.js.
/** @import { Recipe, State } from './types.js' */
import { body } from './recipe.js';
import * as session from './session.js';

/** Pictures of longer sides look well as they are. */
const LARGE = 256;

/** What is to be enlarged: the picture that is shown, unless another one follows at once. @param {State} state @returns {Recipe | null} */
export function recipe(state) {
  const model = session.model(state);
  const picture = (state.progress?.picture || state.walk.playing) ? null : session.shown(state);
  return (picture && model && Math.max(model.width, model.height) < LARGE) ? picture.recipe : null;
}

/** Names it. @param {State} state */
export function key(state) {
  const wanted = recipe(state);
  return wanted && JSON.stringify(body(wanted));
}

/** @param {State} state @param {string | null} wanted @param {string} address @returns {State} */
export const arrived = (state, wanted, address) => ({ ...state, upscaled: { key: wanted, address } });

/** Its address, null while it is not there. @param {State} state */
export const address = (state) => (state.upscaled.key !== null && state.upscaled.key === key(state)) ? state.upscaled.address : null;
