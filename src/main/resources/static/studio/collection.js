// Favourite pictures, and mixes of several: pure, as session.js.
/** @import { Picture, State } from './types.js' */
import * as answers from './answers.js';
import { fixed, mixedWords, same } from './recipe.js';
import * as session from './session.js';

/** How many favourites are kept. */
const MOST_FAVOURITES = 48;

/** How many pictures a mix is of. */
export const MOST_MIXED = 4;

/** @param {State} state @param {Picture | null} picture */
export const isFavourite = ({ favourites }, picture) => picture !== null && favourites.some(({ recipe }) => same(recipe, picture.recipe));

/** The current picture becomes a favourite, or is none any more. @param {State} state @returns {State} */
export function marked(state) {
  const picture = session.picture(state);
  if (!picture) {
    return state;
  }
  const others = state.favourites.filter(({ recipe }) => !same(recipe, picture.recipe));
  return { ...state, favourites: (others.length < state.favourites.length) ? others
    : [picture, ...others].slice(0, MOST_FAVOURITES) };
}

/** Why the current picture cannot be mixed in, or null. @param {State} state */
export function mixOff(state) {
  const picture = session.picture(state);
  if (!picture) {
    return 'There is no picture yet: pick a sample, or paint.';
  }
  if (parts(state).some((part) => same(part.picture.recipe, picture.recipe))) {
    return 'This picture is in the mix already.';
  }
  return (parts(state).length < MOST_MIXED) ? null : `A mix is of ${MOST_MIXED} pictures at most.`;
}

/** What can be mixed: pictures of one model. @param {State} state */
export const parts = (state) => state.mix.filter(({ picture }) => picture.recipe.model === session.model(state)?.name);

/** The current picture is mixed in. @param {State} state @returns {State} */
export function added(state) {
  const picture = session.picture(state);
  return (!picture || mixOff(state)) ? state : mixed({ ...state, mix: [...parts(state), { picture, weight: 1 }] });
}

/** @param {State} state @param {number} place @returns {State} */
export const removed = (state, place) => mixed({ ...state, mix: parts(state).filter((_, i) => i !== place) });

/** @param {State} state @param {number} place @param {number} weight @returns {State} */
export const weighted = (state, place, weight) =>
  mixed({ ...state, mix: parts(state).map((part, i) => (i === place) ? { ...part, weight } : part) });

/** Asks for the mix. @param {State} state @returns {State} */
function mixed(state) {
  const all = parts(state);
  if (all.filter(({ weight }) => weight > 0).length < 2) {
    return state;
  }
  const heaviest = all.reduce((one, other) => (other.weight > one.weight) ? other : one);
  const { model, version, label } = fixed(heaviest.picture);
  return answers.ask(state, { kind: 'generate', as: 'change', what: 'Mix', merge: 'mix',
    recipe: { model, version, label, ...mixedWords(all.map(({ picture, weight }) => ({ recipe: picture.recipe, weight }))),
      latent: mean(all.map(({ picture, weight }) => ({ z: picture.latent, weight }))) } });
}

/**
 * The weighted mean of latents, as long as they are on average: latents lie near a sphere, and a mean of several would be
 * nearer to its centre.
 * @param {{ z: number[], weight: number }[]} parts
 */
export function mean(parts) {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = parts[0].z.map((_, i) => parts.reduce((all, { z, weight }) => all + weight / total * z[i], 0));
  const length = parts.reduce((all, { z, weight }) => all + weight / total * Math.hypot(...z), 0);
  return sum.map((value) => value * length / (Math.hypot(...sum) || 1));
}
