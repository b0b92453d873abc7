// What a picture is made from, and what can be made of that.
/** @import { Picture, Recipe } from './types.js' */

/** The largest seed, 2^32 - 1. */
export const MOST_SEED = 0xffff_ffff;

/** The seed of the picture that a model is shown by. @param {import('./types.js').Model | undefined} model */
export const best = (model) => model?.showcase[0] ?? 0;

/**
 * The seeds of a sheet of samples: in a row from a given one, or those that show the model at its best, and then others.
 * @param {import('./types.js').Model} model @param {number | null} seed @param {number} count @returns {number[]}
 */
export function sheetSeeds({ showcase }, seed, count) {
  const first = Math.min(seed ?? 0, MOST_SEED - count + 1);
  const row = Array.from({ length: count }, (_, i) => first + i);
  return (seed !== null) ? row : [...showcase, ...row.filter((other) => !showcase.includes(other))].slice(0, count);
}

/** The body of POST /generate for one picture. @param {Recipe} recipe */
export function body({ model, version, seed, truncation, latent, label, prompt, strength, directions }) {
  const moved = Object.fromEntries(Object.entries(directions ?? {}).filter(([, strength]) => strength !== 0));
  return {
    model,
    ...(version ? { version } : {}),
    ...(latent ? { latents: [latent] } : { seed, ...(truncation !== undefined ? { truncation } : {}) }),
    ...(label ? { label } : {}),
    ...words({ prompt, strength }),
    ...(Object.keys(moved).length > 0 ? { directions: moved } : {}),
  };
}

/** The words of a recipe, if there are any, as every request takes them. @param {Pick<Recipe, 'prompt' | 'strength'>} recipe */
export const words = ({ prompt, strength }) => prompt ? { prompt, ...(strength !== undefined ? { strength } : {}) } : {};

/** Whether two recipes make the same picture. @param {Recipe} one @param {Recipe} other */
export const same = (one, other) => JSON.stringify(body(one)) === JSON.stringify(body(other));

/** @param {Recipe} recipe @param {string} direction @param {number} strength @returns {Recipe} */
export const moved = (recipe, direction, strength) =>
  ({ ...recipe, directions: { ...recipe.directions, [direction]: strength } });

/** The picture as such: what sliders and classes did to it is in its latent. @param {Picture} picture @returns {Recipe} */
export const fixed = ({ recipe, latent, label }) =>
  ({ model: recipe.model, version: recipe.version, latent, label: label ?? recipe.label, ...words(recipe) });

/** A name for files and alternatives. @param {Recipe} recipe */
export const title = ({ model, seed, label, prompt }) =>
  [model, label, prompt, (seed !== undefined) ? `seed ${seed}` : ''].filter(Boolean).join(', ');

/** @param {Recipe} recipe @param {string} extension @param {number} [scale] */
export const fileName = ({ model, seed }, extension, scale = 1) =>
  `${[model, seed, (scale > 1) ? `${scale}x` : undefined].filter((part) => part !== undefined).join('-')}.${extension}`;
