// The state of the studio, and the steps that lead from one picture to the next. Everything here is pure: a transition
// takes a state and returns another. What is asked of the service follows from the state too: see answers.js.
/** @import { History as Steps, Model, Picture, Recipe, State, Step, Stroke } from './types.js' */
import * as History from './history.js';
import { same } from './recipe.js';
import { brushOff, grey, settled } from './strokes.js';

/** @type {State['walk']} */
const AT_THE_END = { at: 1, playing: false, frames: [] };

/** The whole picture on the pad. */
export const WHOLE = { scale: 1, x: 0, y: 0 };

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
  samples: { seed: null, count: 12, truncation: 0.8, label: '' },
  sheet: { key: null, pictures: [], failure: null, attempt: 0 },
  prompt: { text: '', strength: 1, seed: 0 },
  prompted: { key: null, pictures: [], warnings: [], failure: null, attempt: 0 },
  directions: { key: null, list: [], failure: null, attempt: 0 },
  upscaled: { key: null, address: '' },
  tool: { brush: 'colour', colour: '#d92626', width: 8, closeness: 2, visible: false, walkTo: false },
  walk: AT_THE_END,
  comparing: false,
  favourites: [],
  mix: [],
  zoom: WHOLE,
  introduced: true,
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

/** What colours are painted with: grey ones where the model knows no others. @param {State} state */
export const colour = (state) => (model(state)?.channels === 1) ? grey(state.tool.colour) : state.tool.colour;

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
export function commit(state, fields) {
  const now = step(state);
  const merged = Boolean(fields.merge) && fields.merge === now?.merge;
  const place = (merged && now) ? { id: now.id, parent: now.parent, before: now.before } : { id: state.next, parent: now?.id ?? null };
  /** @type {Step} */
  const next = { picture: null, before: null, origin: null, strokes: [], candidates: [], chosen: -1, answered: true,
    closeness: state.tool.closeness, merge: null, photo: null, towards: null, ...fields, ...place };
  const samples = (now && now.model !== next.model) ? { ...state.samples, seed: null, label: '' } : state.samples;
  const history = merged ? History.replace(state.history, next) : History.push(state.history, next);
  return arrived({ ...state, next: state.next + 1, samples, tool: { ...state.tool, walkTo: false } }, history);
}

/** Another step is the current one: what was under way for the last is over. @param {State} state @param {Steps} history @returns {State} */
export const arrived = (state, history) => ({ ...state, history, asked: null, progress: null, failure: null, walk: AT_THE_END,
  comparing: false, note: '' });

/** Begins anew with a picture. @param {State} state @param {Picture} chosen @param {string} what @returns {State} */
export function started(state, chosen, what) {
  const now = step(state);
  const again = now?.picture && now.strokes.length === 0 && same(now.picture.recipe, chosen.recipe);
  return again ? arrived(state, state.history) : commit(state, { what, model: chosen.recipe.model, picture: chosen, origin: chosen });
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
  const next = commit(state, { what: 'Stroke', model: before?.recipe.model ?? model(state)?.name ?? '', before, picture: before,
    origin: now?.origin ?? null, strokes: [...strokes, stroke], answered: false });
  return { ...next, asked: (state.asked?.as === 'change') ? state.asked : null }; // what a slider is about to do comes first
}

/** Strokes are answered anew, closer to the picture they were painted on or less so. @param {State} state @param {number} closeness @returns {State} */
export function cameCloser(state, closeness) {
  const now = step(state);
  const next = equipped(state, { closeness });
  return (now?.before && now.strokes.length > 0 && (now.candidates.length > 0 || !now.answered)) ? commit(next, { ...now,
    what: 'Stay close', picture: now.before, candidates: [], chosen: -1, answered: false, closeness, merge: 'closeness' }) : next;
}

/** A candidate was picked. @param {State} state @param {number} place @returns {State} */
export function chose(state, place) {
  const now = step(state);
  return (!now?.candidates[place] || (place === now.chosen && state.walk.at === 1)) ? state
    : commit(state, { ...now, what: 'Choice', picture: now.candidates[place], chosen: place, merge: null });
}

// --- Other changes

/** @param {State} state @param {string} note @returns {State} */
export const said = (state, note) => ({ ...state, note });

/** @param {State} state @returns {State} */
export const undone = (state) => arrived(state, History.undo(state.history));

/** @param {State} state @returns {State} */
export const redone = (state) => arrived(state, History.redo(state.history));

/** @param {State} state @param {number} id @returns {State} */
export const wentTo = (state, id) => (id === state.history.current) ? state : arrived(state, History.goTo(state.history, id));

/** @param {State} state @param {Partial<State['tool']>} tool @returns {State} */
export const equipped = (state, tool) => ({ ...state, tool: { ...state.tool, ...tool } });

/** @param {State} state @param {Partial<State['walk']>} walk @returns {State} */
export const walked = (state, walk) => ({ ...state, walk: { ...state.walk, ...walk } });

const MOST_SCALE = 8;

/**
 * The picture on the pad, enlarged around a point and moved.
 * @param {State} state @param {number} scale times as large as it is now @param {[number, number]} at the point, in widths and heights of the pad
 * @param {[number, number]} [by] how far it is moved @returns {State}
 */
export function zoomed(state, scale, [atX, atY], [byX, byY] = [0, 0]) {
  const { zoom } = state;
  const next = Math.min(MOST_SCALE, Math.max(1, zoom.scale * scale));
  const corner = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ by) =>
    Math.min(0, Math.max(1 - next, at - (at - from) * next / zoom.scale + by));
  return { ...state, zoom: { scale: next, x: corner(atX, zoom.x, byX), y: corner(atY, zoom.y, byY) } };
}
