// What is asked for in words, and the pictures that come of it: pure, as session.js.
/** @import { PromptedPicture, Recipe, State } from './types.js' */
import * as answers from './answers.js';
import { MOST_SEED } from './recipe.js';
import * as session from './session.js';

/** How many pictures a prompt is answered with. */
export const COUNT = 16;

/** Whether the model understands words. @param {State} state */
export const understood = (state) => (session.model(state)?.prompts ?? []).length > 0;

/** Asks for pictures of a prompt; without words for none. @param {State} state @param {string} text @returns {State} */
export const asked = (state, text) => ({ ...state, prompt: { ...state.prompt, text: text.trim() },
  prompted: { ...state.prompted, attempt: state.prompted.failure ? state.prompted.attempt + 1 : state.prompted.attempt } });

/** Words are followed more or less closely, by the current picture too. @param {State} state @param {number} strength @returns {State} */
export const followed = (state, strength) => answers.followed({ ...state, prompt: { ...state.prompt, strength } }, strength);

/** Other pictures of the same words. @param {State} state @returns {State} */
export function others(state) {
  const seed = state.prompt.seed + COUNT;
  return { ...state, prompt: { ...state.prompt, seed: (seed + COUNT > MOST_SEED) ? 0 : seed } };
}

/** The words of a recipe that was opened. @param {State} state @param {Recipe} recipe @returns {State} */
export const adopted = (state, { prompt, strength }) => prompt
  ? { ...state, prompt: { ...state.prompt, text: prompt, strength: strength ?? 1 } } : state;

/** The words that are set, of a model that understands them. @param {State} state @returns {import('./recipe.js').Spoken} */
export const spoken = (state) => (state.prompt.text !== '' && understood(state))
  ? { prompt: state.prompt.text, strength: state.prompt.strength } : {};

/** What the pictures of the prompt are made from. @param {State} state @returns {Recipe[]} */
export function recipes(state) {
  const model = session.model(state);
  const { text, strength, seed } = state.prompt;
  return (!model || text === '' || !understood(state)) ? [] : Array.from({ length: COUNT }, (_, i) => (
    { model: model.name, version: model.version, seed: seed + i, truncation: state.samples.truncation, prompt: text, strength }));
}

/** Names the pictures that are wanted. @param {State} state */
export function key(state) {
  const [first] = recipes(state);
  return first ? JSON.stringify([first, state.prompted.attempt]) : null;
}

/** A picture is there. @param {State} state @param {string | null} wanted @param {PromptedPicture & { warning: string | null }} answer @returns {State} */
export function arrived(state, wanted, { recipe, address, warning }) {
  if (wanted !== key(state)) {
    return state;
  }
  const { prompted } = state;
  const begun = (prompted.key === wanted) ? prompted : { ...prompted, key: wanted, pictures: [], warnings: [], failure: null };
  const pictures = [...begun.pictures, { recipe, address }].sort((one, other) => Number(one.recipe.seed) - Number(other.recipe.seed));
  const warnings = (warning && !begun.warnings.includes(warning)) ? [...begun.warnings, warning] : begun.warnings;
  const next = { ...state, prompted: { ...begun, pictures, warnings } };
  return (pictures.length === COUNT) ? session.said(next, `${COUNT} pictures of “${state.prompt.text}”`) : next;
}

/** @param {State} state @param {string | null} wanted @param {string} failure @returns {State} */
export const failed = (state, wanted, failure) => (wanted !== key(state)) ? state
  : { ...state, prompted: { ...state.prompted, key: wanted, pictures: [], warnings: [], failure } };

/** A picture of the prompt becomes the current one. @param {State} state @param {Recipe} recipe @returns {State} */
export const chose = (state, recipe) => answers.ask(state, { kind: 'generate', as: 'start', what: 'Words', recipe });

/** Why the current picture cannot be moved towards words, or null. @param {State} state */
export function towardsOff(state) {
  if (!understood(state)) {
    return 'This model understands no words.';
  }
  return session.picture(state) ? null : 'There is no picture yet: pick a sample, or paint.';
}

/** The current picture is to be moved towards words. @param {State} state @param {string} text @returns {State} */
export function movedTowards(state, text) {
  const before = session.picture(state);
  const prompt = text.trim();
  const off = towardsOff(state) ?? (prompt ? null : 'Say first what the picture is to show.');
  if (!before || off) {
    return session.said(state, off ?? '');
  }
  const strength = before.recipe.prompt ? before.recipe.strength ?? 1 : state.prompt.strength;
  return session.commit(state, { what: 'Towards words', model: before.recipe.model, before, picture: before,
    origin: session.step(state)?.origin ?? null, towards: { prompt, strength }, answered: false });
}
