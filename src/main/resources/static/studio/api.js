// What the studio asks of the service, through the client that others use as well (clients/js).
/** @import { Direction, Model, Picture, Recipe, Shown } from './types.js' */
/** @import { wordsBetween } from './recipe.js' */
import { Eidolon } from './eidolon.js';
import { askForKey, key } from './key.js';
import { body, words } from './recipe.js';

export { Problem, pictureAddress } from './eidolon.js';

/** The address of the service, which may stand behind a gateway under any path. */
export const base = () => new URL('.', document.baseURI).href;

/** How many times as large the service's network makes a picture. */
export const UPSCALED = 4;

const eidolon = new Eidolon(base(), { key, fetch: async (...request) => {
  const response = await fetch(...request);
  if (response.status === 401) {
    askForKey();
  }
  return response;
} });

/** @returns {Promise<{ defaultModel: string | null, models: Model[] }>} */
export const models = () => eidolon.models();

/** @param {Model} model @param {AbortSignal} signal @returns {Promise<Direction[]>} */
export const directions = async ({ name, version }, signal) =>
  (await eidolon.directions(name, { version, vectors: true, signal })).directions;

/** Where the card of a model is. @param {string} name */
export const modelAddress = (name) => new URL(`models/${name}`, base()).href;

/**
 * Follows the link to the card of a model with the key, which a browser does not send.
 * @param {MouseEvent} event @param {string} name
 */
export async function followToCard(event, name) {
  if (key) {
    event.preventDefault();
    const card = JSON.stringify(await eidolon.model(name), null, 2);
    location.assign(URL.createObjectURL(new Blob([card], { type: 'application/json' })));
  }
}

/** What the address of a seed's picture says beside its seed. @param {Recipe} recipe */
const spokenOf = ({ truncation, label, prompt, strength }) =>
  ({ truncation, label: label || undefined, ...(prompt ? { prompt, strength } : {}) });

/** @param {Recipe} recipe of a seed @param {'png' | 'jpg'} [extension] */
export const sampleAddress = (recipe, extension) =>
  eidolon.sampleAddress(recipe.model, recipe.seed ?? 0, { extension, ...spokenOf(recipe) });

/** Shows the picture of a seed from its address, with which a browser sends no key. @param {HTMLImageElement} image @param {Recipe} recipe @param {'png' | 'jpg'} extension */
export async function showSample(image, recipe, extension) {
  image.src = !key ? sampleAddress(recipe, extension) : await eidolon.sample(recipe.model, recipe.seed ?? 0, { extension, ...spokenOf(recipe) })
    .then(({ picture }) => dataAddress(picture), () => 'data:,');
}

/** The picture of a seed, from its address, as caches keep it. @param {Recipe} recipe @param {AbortSignal} signal */
export async function sample(recipe, signal) {
  const settings = { ...spokenOf(recipe), version: recipe.version };
  const { picture, warning } = await eidolon.sample(recipe.model, recipe.seed ?? 0, settings, { signal });
  return { recipe, address: await dataAddress(picture), warning };
}

/** @param {Blob} blob @returns {Promise<string>} */
const dataAddress = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/** What a seed stands for where nothing was asked for in words. @param {Recipe} recipe @param {{ prompt?: string }} picture */
const heard = (recipe, { prompt }) => (prompt && !recipe.prompt) ? { prompt } : {};

/** The picture of a recipe. @param {Recipe} recipe @param {AbortSignal} signal @returns {Promise<Picture>} */
export async function generate(recipe, signal) {
  const { version, pictures: [picture] } = await request(body(recipe), signal);
  return picked({ ...recipe, version, ...(picture.label ? { label: picture.label } : {}), ...heard(recipe, picture) }, picture);
}

/** The pictures of seeds. @param {Recipe} recipe without a seed @param {number[]} seeds @param {AbortSignal} signal @returns {Promise<Picture[]>} */
export async function sheet(recipe, seeds, signal) {
  const { version, pictures } = await request({ ...body(recipe), seeds, format: 'webp' }, signal);
  return pictures.map((picture) => picked(
    { ...recipe, version, seed: picture.seed ?? undefined, label: picture.label, ...heard(recipe, picture) }, picture));
}

/**
 * The pictures of latents.
 * @param {Recipe} recipe of the model and the class @param {number[][]} latents
 * @param {ReturnType<typeof wordsBetween>} spoken of all @param {AbortSignal} signal
 */
export async function generateAll({ model, version, label }, latents, spoken, signal) {
  const recipe = { model, version, label };
  const { pictures } = await request({ ...body({ ...recipe, latent: [] }), latents, ...spoken.request, format: 'webp' }, signal);
  return pictures.map((picture, i) => picked({ ...recipe, ...spoken.spoken[i], latent: latents[i] }, picture));
}

/** Small pictures of latents, to look at alone. @param {Recipe} recipe of the model and the class @param {number[][]} latents @param {AbortSignal} signal @returns {Promise<Shown[]>} */
export const thumbnails = async ({ model, version, label, prompt, strength }, latents, signal) =>
  (await eidolon.generate({ ...body({ model, version, label, prompt, strength, latent: [] }), latents, format: 'jpeg' }, { signal })).pictures;

/** The address of a picture that is upscaled. @param {Recipe} recipe @param {AbortSignal} signal */
export const upscaled = async (recipe, signal) =>
  dataAddress(await eidolon.picture({ ...body(recipe), upscale: UPSCALED }, { type: 'image/jpeg', signal }));

/** @typedef {{ label: string | null, prompt?: string, mediaType: string, data: string, latent?: number[] }} Generated */

/** @param {Recipe} recipe @param {Generated} picture @returns {Picture} */
const picked = (recipe, { latent = [], label, mediaType, data }) => ({ recipe, latent, label, mediaType, data });

/** @typedef {Parameters<Eidolon['generate']>[0]} Request */

/** @param {Request} content @param {AbortSignal} signal */
const request = (content, signal) => eidolon.generate({ ...content, withLatents: true }, { signal });

/** @param {Blob} file */
const bytes = async (file) => new Uint8Array(await file.arrayBuffer());

/** A picture as a file. @param {Recipe} recipe @param {string} format @param {{ scale?: number, upscale?: typeof UPSCALED }} size upscaled by the service's network */
export const file = async (recipe, format, size) =>
  bytes(await eidolon.picture({ ...body(recipe), ...size }, { type: `image/${format}` }));

/** The walk from one latent to another and back, as a GIF. @param {Recipe} recipe of the model, the class and the words @param {number[][]} latents @param {number} scale */
export const animation = async ({ model, version, label, prompt, strength }, latents, scale) => bytes(await eidolon.interpolate(
  { ...body({ model, version, label, ...words({ prompt, strength }), latent: [] }), latents, scale, steps: 32, loop: true }));

/** A part of a picture that came in an answer, as a file. @param {string} data in base64 @param {string} type */
const blob = (data, type) => new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))], { type });

/** @returns {Promise<{ name: string, threshold: number }[]>} */
export const detectors = async () => (await eidolon.detectors()).detectors;

/** What does not belong in a picture. @param {Blob} picture @param {string} detector @param {number} threshold @param {AbortSignal} signal */
export const anomalies = (picture, detector, threshold, signal) => eidolon.anomalies(picture, { detector, threshold }, { signal });

/** A picture as each class of a model. @param {Blob} picture @param {string} model @param {AbortSignal} signal */
export async function classes(picture, model, signal) {
  const input = [(await dataAddress(picture)).split(',')[1]];
  return (await eidolon.classify({ model, input, reconstructions: true }, { signal })).data[0];
}

/** How many generated pictures the nearest are looked for among. */
const COMPARED = 48;

/**
 * The generated pictures of a model by how near they are to a given one, the nearest first.
 * @param {Blob} picture @param {string} model @param {AbortSignal} signal @returns {Promise<Shown[]>}
 */
export async function nearest(picture, model, signal) {
  const { pictures } = await eidolon.generate({ model, count: COMPARED, seed: 1 }, { signal });
  const { data } = await eidolon.features([picture, ...pictures.map(({ data, mediaType }) => blob(data, mediaType))], {}, { signal });
  const [own, ...others] = data.map(({ embedding }) => embedding);
  const distances = others.map((other) => other.reduce((sum, value, i) => sum + (value - own[i]) ** 2, 0));
  return pictures.map((shown, place) => ({ shown, distance: distances[place] }))
    .sort((a, b) => a.distance - b.distance).map(({ shown }) => shown);
}

/** The events of an edit as they come. @param {Parameters<Eidolon['edit']>[0]} content @param {AbortSignal} signal */
export const edit = (content, signal) => eidolon.edit(content, { signal });

/** The events of a projection as they come. @param {Blob} photo @param {Parameters<Eidolon['project']>[1]} fields @param {AbortSignal} signal */
export const project = (photo, fields, signal) => eidolon.project(photo, fields, { signal });
