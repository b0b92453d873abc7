// What is asked of the service for the picture, and what becomes of the answer: pure, as session.js. An answer to what is
// no longer asked changes nothing.
/** @import { Asked, Candidate, Failure, Photo, Picture, Recipe, State } from './types.js' */
import * as History from './history.js';
import { best, fixed, moved } from './recipe.js';
import { arrived, commit, model, picture, recipe, request, said, started, step } from './session.js';

/** @param {State} state @param {Omit<Asked, 'id'>} asked @returns {State} */
export const ask = (state, asked) => ({ ...state, next: state.next + 1, asked: { ...asked, id: state.next }, progress: null,
  failure: null, comparing: false, note: asked.kind === 'project' ? 'Looking for the photo among the pictures of the model…' : '' });

/** The first sample of another model. @param {State} state @param {string} name @returns {State} */
export const choseModel = (state, name) => ask(state, { kind: 'generate', as: 'start', what: 'Model',
  recipe: { model: name, seed: best(state.models.find((model) => model.name === name)), truncation: state.samples.truncation } });

/** Any picture of the model. @param {State} state @param {number} seed @returns {State} */
export const surprised = (state, seed) => ask(state, { kind: 'generate', as: 'start', what: 'Surprise',
  recipe: { model: model(state)?.name ?? '', seed, truncation: state.samples.truncation } });

/** The current picture, changed. @param {State} state @param {string} what @param {string | null} merge @param {(recipe: Recipe) => Recipe} change @returns {State} */
function changed(state, what, merge, change) {
  const now = recipe(state);
  return now ? ask(state, { kind: 'generate', as: 'change', what, merge, recipe: change(now) }) : state;
}

/** @param {State} state @param {string} direction @param {number} strength @returns {State} */
export const slid = (state, direction, strength) =>
  changed(state, 'Direction', `direction ${direction}`, (now) => moved(now, direction, strength));

/** The current picture as it was before any slider moved it. @param {State} state @returns {State} */
export const straightened = (state) => changed(state, 'Reset', 'directions', (now) => ({ ...now, directions: {} }));

/** Settings of samples hold for the current picture too. @param {State} state @param {Partial<State['samples']>} settings @returns {State} */
export function sampled(state, settings) {
  const next = { ...state, samples: { ...state.samples, ...settings } };
  const now = recipe(next);
  if (settings.truncation !== undefined && now?.seed !== undefined) {
    return changed(next, 'Variety', 'truncation', (recipe) => ({ ...recipe, truncation: settings.truncation }));
  }
  return (settings.label) ? changed(next, 'Class', 'class', (recipe) => ({ ...recipe, label: settings.label })) : next;
}

/** The words of the current picture are followed more or less closely. @param {State} state @param {number} strength @returns {State} */
export const followed = (state, strength) => recipe(state)?.prompt
  ? changed(state, 'Strength', 'strength', (now) => ({ ...now, strength })) : state;

/** A picture that was asked for is there. @param {State} state @param {Asked} asked @param {Picture} answer @returns {State} */
export function generated(state, asked, answer) {
  const now = step(state);
  const outdated = state.asked?.id !== asked.id;
  if (outdated && !(asked.merge && state.asked?.merge === asked.merge)) {
    return state;
  }
  const next = (asked.as === 'start' || !now) ? started(state, answer, asked.what)
    : commit(state, { ...now, what: asked.what, before: now.answered ? picture(state) : answer, picture: answer,
      chosen: -1, merge: asked.merge ?? null });
  return { ...said(next, asked.note ?? ''), asked: outdated ? state.asked : null };
}

/** The picture nearest to a photo is there. @param {State} state @param {Asked} asked @param {Picture} answer @param {Photo} photo @returns {State} */
export const projected = (state, asked, answer, photo) => (state.asked?.id !== asked.id) ? state
  : commit(state, { what: 'Photo', model: answer.recipe.model, picture: answer, origin: answer, photo });

/** @param {State} state @param {number} id of the request @param {State['progress']} progress @returns {State} */
export const progressed = (state, id, progress) => (request(state)?.id === id) ? { ...state, progress } : state;

/** @param {State} state @param {number} id of the request @param {Failure} failure @returns {State} */
export const failed = (state, id, failure) => (request(state)?.id === id) ? { ...state, progress: null, failure, note: '' } : state;

/** What failed is tried again; with another version when that one is gone. @param {State} state @returns {State} */
export function retried(state) {
  const next = { ...state, failure: null, attempt: state.attempt + 1 };
  const now = step(state);
  if (state.failure?.type !== 'unknown-version') {
    return next;
  }
  const asked = state.asked?.recipe ? { ...state.asked, recipe: { ...state.asked.recipe, version: undefined } } : state.asked;
  const history = (!asked && now?.before) ? History.replace(state.history,
    { ...now, before: { ...now.before, recipe: { ...fixed(now.before), version: undefined } } }) : state.history;
  return { ...next, asked, history };
}

/** What failed, or is under way, is given up: a stroke without an answer goes. @param {State} state @returns {State} */
export function cancelled(state) {
  if (state.failure?.type === 'aside') {
    return { ...state, failure: null };
  }
  const waiting = !state.asked && request(state);
  return arrived(state, waiting ? History.drop(state.history) : state.history);
}

/** How well a picture fits, in percent: 100 less the root of its loss, which is a mean square of levels from 0 to 1. @param {Candidate} candidate */
const fit = ({ loss }) => Math.round(100 * (1 - Math.sqrt(Math.min(1, Math.max(0, loss)))));

/** A search has found pictures: the best first, or ever further towards words. @param {State} state @param {number} id of its step @param {Candidate[]} found @returns {State} */
export function found(state, id, found) {
  const now = step(state);
  if (now?.id !== id || now.answered) {
    return state;
  }
  const chosen = now.towards ? found.length - 1 : Math.min(found.length, 1) - 1;
  const next = { ...now, candidates: found, chosen, picture: found[chosen] ?? now.before, answered: true };
  return said(arrived(state, History.replace(state.history, next)), reached(next));
}

/** What there is to say of a step that was answered. @param {import('./types.js').Step} step */
function reached({ candidates, towards }) {
  if (candidates.length === 0) {
    return '';
  }
  return towards ? `${candidates.length} pictures on the way to “${towards.prompt}”`
    : `${candidates.length} pictures found, the best fits ${fit(candidates[0])} %`;
}
