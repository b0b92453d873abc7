// The state of the studio, and all that can become of it. Everything here is pure: a transition takes a state and
// returns the next. What is asked of the service follows from the state too (request, sheetKey, ...), and an answer to
// what is no longer asked changes nothing.
/** @import { Asked, Candidate, Failure, History as Steps, Model, Picture, Recipe, State, Step, Stroke } from './types.js' */
import * as History from './history.js';
import { fixed, moved, same } from './recipe.js';
import { brushOff, settled } from './strokes.js';

/** @type {State['walk']} */
const AT_THE_END = { at: 1, playing: false, frames: [] };

/** @type {State} */
export const INITIAL = {
  models: [],
  defaultModel: null,
  history: History.EMPTY,
  next: 1,
  asked: null,
  attempt: 0,
  progress: null,
  failure: null,
  samples: { seed: 0, count: 24, truncation: 0.8, label: '' },
  sheet: { key: null, pictures: [], failure: null, attempt: 0 },
  directions: { key: null, list: [], failure: null, attempt: 0 },
  tool: { brush: 'colour', colour: '#d92626', width: 8, visible: true, walkTo: false },
  walk: AT_THE_END,
  comparing: false,
  letters: true,
  note: '',
};

// --- What is there

/** @param {State} state @returns {Step | null} */
export const step = (state) => History.current(state.history);

/** @param {State} state @returns {Model | null} */
export const model = (state) => {
  const name = step(state)?.model ?? state.defaultModel;
  return state.models.find((other) => other.name === name) ?? state.models[0] ?? null;
};

/** The one current picture, on which everything acts. @param {State} state @returns {Picture | null} */
export function picture(state) {
  const { at, frames } = state.walk;
  const now = step(state);
  return ((at < 1 && walkable(state)) ? frames[Math.round(at * (frames.length - 1))] ?? (at < 0.5 ? now?.before : now?.picture)
    : now?.picture) ?? null;
}

/** What the pad shows: the current picture, unless a search shows how far it is. @param {State} state @returns {Picture | null} */
export const shown = (state) => state.comparing ? step(state)?.before ?? null : state.progress?.picture ?? picture(state);

/** @param {State} state */
export const candidates = (state) => state.progress?.candidates ?? step(state)?.candidates ?? [];

/** The recipe that sliders show: that of a change that is on its way, or of the current picture. @param {State} state @returns {Recipe | null} */
export const recipe = (state) => (state.asked?.as === 'change' && state.asked.recipe) || (picture(state)?.recipe ?? null);

/** The brush that paints: one that does not work on an empty pad gives way. @param {State} state */
export const brush = (state) => brushOff(state.tool.brush, picture(state)) ? 'colour' : state.tool.brush;

/** Whether there is a way from one picture to another. @param {State} state */
export function walkable(state) {
  const now = step(state);
  return Boolean(now?.before && now.picture && now.before !== now.picture
    && now.before.latent.length === now.picture.latent.length && now.before.recipe.model === now.model);
}

/** What the service is asked for the pad: what was asked for, or the answer to strokes. @param {State} state */
export function request(state) {
  const now = step(state);
  return state.asked ?? ((now && !now.answered) ? { kind: /** @type {const} */ ('search'), id: now.id, merge: null, step: now } : null);
}

// --- Steps of the history

/** @typedef {Partial<Step> & { what: string, model: string }} Fields */

/** @param {State} state @param {Fields} fields @returns {State} */
function commit(state, fields) {
  const now = step(state);
  const merged = Boolean(fields.merge) && fields.merge === now?.merge;
  /** @type {Step} */
  const next = { picture: null, before: null, origin: null, strokes: [], candidates: [], chosen: -1, answered: true,
    merge: null, photo: null, ...fields, ...(merged && now) ? { id: now.id, parent: now.parent, before: now.before }
      : { id: state.next, parent: now?.id ?? null } };
  const samples = (now && now.model !== next.model) ? { ...state.samples, label: '' } : state.samples;
  const history = merged ? History.replace(state.history, next) : History.push(state.history, next);
  return at({ ...state, next: state.next + 1, samples, tool: { ...state.tool, walkTo: false } }, history);
}

/** Another step is the current one: what was under way for the last is over. @param {State} state @param {Steps} history @returns {State} */
const at = (state, history) => ({ ...state, history, asked: null, progress: null, failure: null, walk: AT_THE_END,
  comparing: false, note: '' });

/** Begins anew with a picture. @param {State} state @param {Picture} chosen @param {string} what @returns {State} */
export function started(state, chosen, what) {
  const now = step(state);
  const again = now?.picture && now.strokes.length === 0 && same(now.picture.recipe, chosen.recipe);
  return again ? at(state, state.history) : commit(state, { what, model: chosen.recipe.model, picture: chosen, origin: chosen });
}

/** A sample was picked: to begin with, or to walk to. @param {State} state @param {Picture} sample @returns {State} */
export const picked = (state, sample) => (state.tool.walkTo && picture(state)) ? walkedTo(state, sample)
  : started(state, sample, 'Sample');

/** Lays the way from the current picture to another. @param {State} state @param {Picture} to @returns {State} */
export const walkedTo = (state, to) => commit(state,
  { what: 'Walk', model: to.recipe.model, before: picture(state), picture: to, origin: step(state)?.origin });

/** One sample was dragged onto another. @param {State} state @param {Picture} from @param {Picture} to @returns {State} */
export const joined = (state, from, to) => said(walkedTo(started(state, from, 'Sample'), to),
  `From seed ${from.recipe.seed} to seed ${to.recipe.seed}`);

/** The pad is emptied. @param {State} state @returns {State} */
export const blank = (state) => commit(state, { what: 'New', model: model(state)?.name ?? '' });

/** Back to the picture that it all began with. @param {State} state @returns {State} */
export function restarted(state) {
  const now = step(state);
  return commit(state, { what: 'Restart', model: now?.model ?? '', picture: now?.origin ?? null, origin: now?.origin ?? null });
}

/** Goes on from the current picture, without strokes and candidates. @param {State} state @returns {State} */
export function accepted(state) {
  const now = step(state);
  return commit(state, { what: 'Accept', model: now?.model ?? '', picture: picture(state), origin: now?.origin ?? null });
}

/** A stroke is on the pad, and waits for an answer. @param {State} state @param {Stroke} stroke @returns {State} */
export function painted(state, stroke) {
  const now = step(state);
  const waiting = now && !now.answered; // one search answers both, from the same picture
  const before = waiting ? now.before : picture(state);
  const strokes = waiting ? now.strokes : settled(now?.strokes ?? []);
  return commit(state, { what: 'Stroke', model: model(state)?.name ?? '', before, picture: before,
    origin: now?.origin ?? null, strokes: [...strokes, stroke], answered: false });
}

/** A search has found pictures, the best first. @param {State} state @param {number} id of its step @param {Candidate[]} found @returns {State} */
export function found(state, id, found) {
  const now = step(state);
  if (now?.id !== id || now.answered) {
    return state;
  }
  const next = { ...now, candidates: found, chosen: found.length > 0 ? 0 : -1, picture: found[0] ?? now.before, answered: true };
  return said(at(state, History.replace(state.history, next)), `${found.length} pictures found, the best fit first`);
}

/** A candidate was picked. @param {State} state @param {number} place @returns {State} */
export function chose(state, place) {
  const now = step(state);
  return (!now?.candidates[place] || (place === now.chosen && state.walk.at === 1)) ? state
    : commit(state, { ...now, what: 'Choice', picture: now.candidates[place], chosen: place, merge: null });
}

// --- What is asked of the service

/** @param {State} state @param {Omit<Asked, 'id'>} asked @returns {State} */
export const ask = (state, asked) => ({ ...state, next: state.next + 1, asked: { ...asked, id: state.next }, progress: null,
  failure: null, comparing: false, note: asked.kind === 'project' ? 'Looking for the photo among the pictures of the model…' : '' });

/** The first sample of another model. @param {State} state @param {string} name @returns {State} */
export const choseModel = (state, name) => ask(state, { kind: 'draw', as: 'start', what: 'Model',
  recipe: { model: name, seed: state.samples.seed, truncation: state.samples.truncation } });

/** The current picture, changed. @param {State} state @param {string} what @param {string | null} merge @param {(recipe: Recipe) => Recipe} change @returns {State} */
function changed(state, what, merge, change) {
  const now = recipe(state);
  return now ? ask(state, { kind: 'draw', as: 'change', what, merge, recipe: change(now) }) : state;
}

/** @param {State} state @param {string} direction @param {number} strength @returns {State} */
export const slid = (state, direction, strength) =>
  changed(state, 'Direction', `direction ${direction}`, (now) => moved(now, direction, strength));

/** Settings of samples hold for the current picture too. @param {State} state @param {Partial<State['samples']>} settings @returns {State} */
export function sampled(state, settings) {
  const next = { ...state, samples: { ...state.samples, ...settings } };
  const now = recipe(next);
  if (settings.truncation !== undefined && now?.seed !== undefined) {
    return changed(next, 'Variety', 'truncation', (recipe) => ({ ...recipe, truncation: settings.truncation }));
  }
  return (settings.label) ? changed(next, 'Class', 'class', (recipe) => ({ ...recipe, label: settings.label })) : next;
}

/** A picture that was asked for is there. @param {State} state @param {Asked} asked @param {Picture} answer @returns {State} */
export function drawn(state, asked, answer) {
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

/** The picture nearest to a photo is there. @param {State} state @param {Asked} asked @param {Picture} answer @param {import('./types.js').Photo} photo @returns {State} */
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
  const waiting = !state.asked && request(state);
  return at(state, waiting ? History.drop(state.history) : state.history);
}

// --- Other changes

/** @param {State} state @param {string} note @returns {State} */
export const said = (state, note) => ({ ...state, note });

/** @param {State} state @returns {State} */
export const undone = (state) => at(state, History.undo(state.history));

/** @param {State} state @returns {State} */
export const redone = (state) => at(state, History.redo(state.history));

/** @param {State} state @param {number} id @returns {State} */
export const wentTo = (state, id) => (id === state.history.current) ? state : at(state, History.goTo(state.history, id));

/** @param {State} state @param {Partial<State['tool']>} tool @returns {State} */
export const equipped = (state, tool) => ({ ...state, tool: { ...state.tool, ...tool } });

/** @param {State} state @param {Partial<State['walk']>} walk @returns {State} */
export const walked = (state, walk) => ({ ...state, walk: { ...state.walk, ...walk } });
