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
export function body({ model, version, seed, truncation, latent, label, directions, ...spoken }) {
  const moved = Object.fromEntries(Object.entries(directions ?? {}).filter(([, strength]) => strength !== 0));
  return {
    model,
    ...(version ? { version } : {}),
    ...(latent ? { latents: [latent] } : { seed, ...(truncation !== undefined ? { truncation } : {}) }),
    ...(label ? { label } : {}),
    ...words(spoken),
    ...(Object.keys(moved).length > 0 ? { directions: moved } : {}),
  };
}

/** @typedef {Pick<Recipe, 'prompt' | 'strength' | 'toPrompt' | 'blend'>} Spoken */

/** The words of a recipe, if there are any, as POST /generate takes them. @param {Spoken} recipe */
export const words = ({ prompt, strength, toPrompt, blend }) => prompt ? { prompt, ...(strength !== undefined ? { strength } : {}),
  ...(toPrompt ? { toPrompt, blends: [blend ?? 0] } : {}) } : {};

/** The words that a search holds: those of one prompt, the nearer one where there are two. @param {Spoken} recipe @returns {Spoken} */
export const heldWords = ({ prompt, strength, toPrompt, blend = 0 }) =>
  prompt ? { prompt: (toPrompt && blend >= 0.5) ? toPrompt : prompt, ...(strength !== undefined ? { strength } : {}) } : {};

/** The words of a recipe, as a recipe holds them. @param {Spoken} recipe @returns {Spoken} */
export const spoken = ({ prompt, strength, toPrompt, blend }) => prompt ? { prompt, ...(strength !== undefined ? { strength } : {}),
  ...(toPrompt ? { toPrompt, blend: blend ?? 0 } : {}) } : {};

/**
 * The words on the way from one picture to another: from prompt to prompt, or more and less of one, as no words are none of it.
 * @param {Recipe} from @param {Recipe} to @param {number[]} times from 0 to 1
 * @returns {{ request: object, spoken: Spoken[] }} of all as POST /generate takes them, and of each
 */
export function wordsBetween(from, to, times) {
  const [start, end] = [heldWords(from), heldWords(to)];
  const [prompt, toPrompt] = [start.prompt ?? end.prompt, end.prompt ?? start.prompt];
  if (!prompt || !toPrompt) {
    return { request: {}, spoken: times.map(() => ({})) };
  }
  if (prompt !== toPrompt) {
    const strength = end.strength ?? 1;
    return { request: { prompt, toPrompt, strength, blends: times },
      spoken: times.map((blend) => ({ prompt, toPrompt, strength, blend })) };
  }
  const [first, last] = [start, end].map((spoken) => spoken.prompt ? spoken.strength ?? 1 : 0);
  const strengths = times.map((time) => first + (last - first) * time);
  const most = Math.max(first, last);
  return { request: { toPrompt, strength: most, blends: strengths.map((strength) => most ? strength / most : 0) },
    spoken: strengths.map((strength) => ({ prompt, strength })) };
}

/**
 * The words of a mix: those of its two heaviest prompts, as no more can be blended. What was said of no words weakens them.
 * @param {{ recipe: Recipe, weight: number }[]} parts @returns {Spoken}
 */
export function mixedWords(parts) {
  /** @type {Map<string, { weight: number, strength: number }>} */
  const prompts = new Map();
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  for (const { recipe, weight } of parts) {
    const { prompt, strength = 1 } = heldWords(recipe);
    if (prompt && weight > 0) {
      const before = prompts.get(prompt) ?? { weight: 0, strength: 0 };
      prompts.set(prompt, { weight: before.weight + weight, strength: before.strength + weight / total * strength });
    }
  }
  const [first, second] = [...prompts].sort(([, one], [, other]) => other.weight - one.weight);
  const strength = [first, second].reduce((sum, spoken) => sum + (spoken?.[1].strength ?? 0), 0);
  return !first ? {} : { prompt: first[0], strength,
    ...(second ? { toPrompt: second[0], blend: second[1].weight / (first[1].weight + second[1].weight) } : {}) };
}

/** Whether two recipes make the same picture. @param {Recipe} one @param {Recipe} other */
export const same = (one, other) => JSON.stringify(body(one)) === JSON.stringify(body(other));

/** @param {Recipe} recipe @param {string} direction @param {number} strength @returns {Recipe} */
export const moved = (recipe, direction, strength) =>
  ({ ...recipe, directions: { ...recipe.directions, [direction]: strength } });

/** The picture as such: what sliders and classes did to it is in its latent. @param {Picture} picture @returns {Recipe} */
export const fixed = ({ recipe, latent, label }) =>
  ({ model: recipe.model, version: recipe.version, latent, label: label ?? recipe.label, ...spoken(recipe) });

/** A name that tells a picture from others. @param {Recipe} recipe @param {(english: string) => string} t puts it into a language */
export const title = ({ model, seed, label, prompt }, t) =>
  [model, label, prompt, (seed !== undefined) ? t(`seed ${seed}`) : ''].filter(Boolean).join(', ');

/** @param {Recipe} recipe @param {string} extension @param {number} [scale] */
export const fileName = ({ model, seed }, extension, scale = 1) =>
  `${[model, seed, (scale > 1) ? `${scale}x` : undefined].filter((part) => part !== undefined).join('-')}.${extension}`;
