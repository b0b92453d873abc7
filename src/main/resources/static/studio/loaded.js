// What is loaded beside the picture, as parts of the state: models, samples, directions, and the pictures of a walk.
/** @import { History as Steps, Model, Picture, State } from './types.js' */
import * as session from './session.js';

/** While the default model is being opened, the first does. @param {State} state @param {{ defaultModel: string | null, models: Model[] }} answer @returns {State} */
export const withModels = (state, { defaultModel, models }) =>
  ({ ...state, defaultModel: models.some(({ name }) => name === defaultModel) ? defaultModel : models[0]?.name ?? null, models });

/** Names the samples that are wanted. @param {State} state */
export function sheetKey(state) {
  const now = session.model(state);
  const { seed, count, truncation, label } = state.samples;
  return now && JSON.stringify([now.name, now.version, seed, count, truncation, label, state.sheet.attempt]);
}

/** Samples are there; the first of all is shown on a pad that was never used. @param {State} state @param {Partial<State['sheet']>} sheet @returns {State} */
export function withSheet(state, sheet) {
  if (sheet.key !== sheetKey(state)) {
    return state;
  }
  const next = { ...state, sheet: { ...state.sheet, ...sheet } };
  return (sheet.pictures?.[0] && !session.step(state) && !state.asked) ? session.started(next, sheet.pictures[0], 'Sample') : next;
}

/** @param {State} state @returns {State} */
export const sheetRetried = (state) => ({ ...state, sheet: { ...state.sheet, failure: null, attempt: state.sheet.attempt + 1 } });

/** @param {State} state */
export function directionsKey(state) {
  const now = session.model(state);
  return now && JSON.stringify([now.name, now.version, state.directions.attempt]);
}

/** @param {State} state @param {Partial<State['directions']>} directions @returns {State} */
export const withDirections = (state, directions) => (directions.key !== directionsKey(state)) ? state
  : { ...state, directions: { ...state.directions, ...directions } };

/** Pictures between are generated once somebody goes there. @param {State} state */
export function framesKey(state) {
  const { at, playing, frames } = state.walk;
  return (session.walkable(state) && (at < 1 || playing) && frames.length === 0) ? `${session.step(state)?.id}` : null;
}

/** @param {State} state @param {number} id of the step @param {Picture[]} frames @returns {State} */
export const withFrames = (state, id, frames) => (session.step(state)?.id !== id) ? state : session.walked(state, { frames });

/** Something failed that changes nothing on the pad. @param {State} state @param {string} message @param {string | null} [retry] an action @returns {State} */
export const failedAside = (state, message, retry = null) => ({ ...state, failure: { message, type: 'aside', retry } });

/** What was kept of earlier visits is there again; it goes on from a step whose model is served. @param {State} state @param {Steps} history @param {Picture[]} [favourites] @returns {State} */
export function restored(state, history, favourites = []) {
  const served = history.steps.filter((step) => state.models.some(({ name }) => name === step.model));
  const current = served.find(({ id }) => id === history.current) ?? served[served.length - 1];
  return { ...state, favourites, history: { ...history, current: current?.id ?? null },
    next: Math.max(state.next, ...history.steps.map(({ id }) => id + 1)) };
}
