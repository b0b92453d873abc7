// A recipe as the part of an address behind #, so that a link opens the same picture elsewhere.
/** @import { Recipe } from './types.js' */
import { MOST_SEED, spoken } from './recipe.js';

/** How closely words can be followed at most. */
const MOST_STRENGTH = 2;

/** Marks names of directions among other parameters. */
const DIRECTION = 'move.';

/** @param {Recipe} recipe @returns {string} */
export function toHash({ model, version, seed, truncation, latent, label, prompt, strength, toPrompt, blend, directions }) {
  const query = new URLSearchParams({ model });
  const add = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, String(value));
    }
  };
  add('version', version);
  if (latent) {
    add('latent', packed(latent));
  } else {
    add('seed', seed);
    add('truncation', truncation);
  }
  add('label', label);
  add('prompt', prompt);
  add('strength', prompt ? strength : undefined);
  add('toPrompt', prompt ? toPrompt : undefined);
  add('blend', (prompt && toPrompt) ? blend : undefined);
  Object.entries(directions ?? {}).filter(([, strength]) => strength !== 0)
    .forEach(([name, strength]) => add(DIRECTION + name, strength));
  return `#${query}`;
}

/** The recipe that an address names, or null when it names none that can be read. @param {string} hash @returns {Recipe | null} */
export function fromHash(hash) {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (/** @type {string} */ name) => query.has(name) ? Number(query.get(name)) : undefined;
  const model = query.get('model');
  const seed = number('seed');
  const latent = unpacked(query.get('latent'));
  const truncation = number('truncation');
  const prompt = query.get('prompt') ?? undefined;
  const strength = prompt ? number('strength') : undefined;
  const toPrompt = prompt ? query.get('toPrompt') ?? undefined : undefined;
  const blend = toPrompt ? number('blend') ?? 0 : undefined;
  const directions = Object.fromEntries([...query].filter(([name]) => name.startsWith(DIRECTION))
    .map(([name, strength]) => [name.slice(DIRECTION.length), Number(strength)]));
  const wrong = seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED)
    || truncation !== undefined && !(truncation >= 0 && truncation <= 1)
    || strength !== undefined && !(strength >= 0 && strength <= MOST_STRENGTH)
    || blend !== undefined && !(blend >= 0 && blend <= 1)
    || !Object.values(directions).every(Number.isFinite);
  if (!model || wrong || (seed === undefined) === (latent === null)) {
    return null;
  }
  return {
    model,
    version: query.get('version') ?? undefined,
    ...(latent ? { latent } : { seed, truncation }),
    label: query.get('label'),
    ...spoken({ prompt, strength, toPrompt, blend }),
    directions,
  };
}

// 32-bit floats in base64url, as a latent has no more digits than these.
/** @param {number[]} latent */
const packed = (latent) => btoa(String.fromCharCode(...new Uint8Array(Float32Array.from(latent).buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** @param {string | null} text @returns {number[] | null} */
function unpacked(text) {
  try {
    const bytes = Uint8Array.from(atob((text ?? '').replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const latent = [...new Float32Array(bytes.buffer)];
    return (latent.length > 0 && latent.every(Number.isFinite)) ? latent : null;
  } catch {
    return null; // no base64, or no whole number of floats
  }
}
