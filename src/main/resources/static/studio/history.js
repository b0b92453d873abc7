// The history: every step that was taken, in the order of time. Undo goes to the step that one came from; what was
// undone stays in the list even when another way is taken then.
/** @import { History, Step } from './types.js' */

/** How many steps are kept. */
export const MOST = 100;

/** How many of the newest keep their candidates, which take most of the room. */
export const WITH_CANDIDATES = 20;

/** @type {History} */
export const EMPTY = { steps: [], current: null, redo: [] };

/** @param {History} history @param {number | null | undefined} id @returns {Step | null} */
export const find = (history, id) => history.steps.find((step) => step.id === id) ?? null;

/** @param {History} history */
export const current = (history) => find(history, history.current);

/** Adds a step, and goes there. @param {History} history @param {Step} step @returns {History} */
export const push = (history, step) => bounded({ steps: [...history.steps, step], current: step.id, redo: [] });

/** Puts a step in the place of the one with its id. @param {History} history @param {Step} step @returns {History} */
export const replace = (history, step) =>
  ({ ...history, steps: history.steps.map((other) => (other.id === step.id) ? step : other) });

/** @param {History} history */
export const undoable = (history) => find(history, current(history)?.parent);

/** @param {History} history */
export const redoable = (history) => find(history, history.redo.at(-1));

/** @param {History} history @returns {History} */
export function undo(history) {
  const to = undoable(history);
  return (to && history.current !== null) ? { ...history, current: to.id, redo: [...history.redo, history.current] } : history;
}

/** @param {History} history @returns {History} */
export function redo(history) {
  const to = redoable(history);
  return to ? { ...history, current: to.id, redo: history.redo.slice(0, -1) } : history;
}

/** Goes to any step. @param {History} history @param {number} id @returns {History} */
export const goTo = (history, id) => find(history, id) ? { ...history, current: id, redo: [] } : history;

/** Takes the current step away, and goes to the one it came from. @param {History} history @returns {History} */
export const drop = (history) => ({
  steps: history.steps.filter(({ id }) => id !== history.current),
  current: undoable(history)?.id ?? null,
  redo: history.redo,
});

/** @param {History} history @returns {History} */
function bounded(history) {
  const kept = history.steps.slice(-MOST);
  const without = kept.length - WITH_CANDIDATES;
  return { ...history, steps: kept.map((step, i) =>
    (i < without && step.candidates.length > 0) ? { ...step, candidates: [], chosen: -1 } : step) };
}
