// All that the studio asks of the service: its public API, and nothing else.
/** @import { Direction, Model, Picture, Recipe, Shown } from './types.js' */
/** @import { wordsBetween } from './recipe.js' */
import { body, words } from './recipe.js';

/** How often a busy service is asked again, and the longest that is waited for it, in seconds. */
const ATTEMPTS = 5;
const LONGEST_WAIT = 10;

/** Milliseconds without a word, longer than the service itself takes before it gives up. */
const DEADLINE = 60_000;

const TYPES = 'urn:eidolon:problem:';

/** What is wrong (RFC 9457), or `unreachable` or `ended`. */
export class Problem extends Error {

  /** @param {string} type @param {string} message @param {number} [status] */
  constructor(type, message, status = 0) {
    super(message);
    this.type = type;
    this.status = status;
  }

  /** @param {{ type?: string, status?: number, title?: string, detail?: string }} problem */
  static of({ type = '', status, title, detail }) {
    return new Problem(type.startsWith(TYPES) ? type.slice(TYPES.length) : 'other',
      detail ?? title ?? 'The service did not say what is wrong.', status);
  }

}

/** The address of the service, which may stand behind a gateway under any path. */
export const base = () => new URL('.', document.baseURI).href;

/** @param {string} path */
const address = (path) => new URL(path, base());

/** Waits for an answer, but not longer than DEADLINE without a word. */
class Wait {

  #silence = new AbortController();

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {AbortSignal | null} [given] */
  constructor(given) {
    this.signal = AbortSignal.any([this.#silence.signal, ...(given ? [given] : [])]);
    this.heard();
  }

  heard() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#silence.abort(new DOMException('Nothing was heard', 'TimeoutError')), DEADLINE);
  }

}

/** @param {string} path @param {RequestInit} [request] @param {Wait} [wait] @returns {Promise<Response>} */
async function ask(path, request = {}, wait = new Wait(request.signal)) {
  for (let attempt = 1;; attempt++) {
    wait.heard();
    const response = await reached(fetch(address(path), { ...request, signal: wait.signal }), request.signal);
    if (response.ok) {
      return response;
    }
    const seconds = Number(response.headers.get('Retry-After'));
    if (response.status !== 503 || !(seconds > 0 && seconds <= LONGEST_WAIT) || attempt === ATTEMPTS) {
      throw Problem.of(await response.json().catch(() => ({ detail: `The service answered ${response.status}.` })));
    }
    await pause(seconds * 1000, request.signal);
  }
}

// Whoever hung up hears nothing else; of the rest, the network says nothing that helps.
/** @template T @param {Promise<T>} answer @param {AbortSignal | null | undefined} signal @returns {Promise<T>} */
async function reached(answer, signal) {
  try {
    return await answer;
  } catch (failure) {
    signal?.throwIfAborted();
    throw (/** @type {Error} */ (failure).name === 'TimeoutError') ? new Problem('timeout', 'No answer came in time.')
      : new Problem('unreachable', 'The service cannot be reached.');
  }
}

/** @param {number} milliseconds @param {AbortSignal | null | undefined} signal @returns {Promise<void>} */
const pause = (milliseconds, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, milliseconds);
  signal?.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(signal.reason);
  });
});

/** @param {string} path @param {object} content @param {{ accept?: string, signal?: AbortSignal, wait?: Wait }} [options] */
const post = (path, content, { accept = 'application/json', signal, wait } = {}) => ask(path, {
  method: 'POST',
  headers: { Accept: accept, ...(content instanceof FormData ? {} : { 'Content-Type': 'application/json' }) },
  body: content instanceof FormData ? content : JSON.stringify(content),
  signal,
}, wait);

/** @returns {Promise<{ defaultModel: string | null, models: Model[] }>} */
export const models = async () => (await ask('models')).json();

/** @param {Model} model @param {AbortSignal} signal @returns {Promise<Direction[]>} */
export const directions = async ({ name, version }, signal) =>
  (await (await ask(`models/${name}/directions?${new URLSearchParams({ version, vectors: 'true' })}`, { signal })).json()).directions;

/** Where the card of a model is. @param {string} name */
export const modelAddress = (name) => address(`models/${name}`).href;

/** @param {Recipe} recipe of a seed @param {string} [extension] */
export const sampleAddress = ({ model, seed, truncation, label, prompt, strength }, extension = 'png') => address(`models/${model}/samples/${seed}.${extension}?`
  + new URLSearchParams({ truncation: String(truncation), ...(label ? { label } : {}),
    ...(prompt ? { prompt, strength: String(strength) } : {}) })).href;

/** The picture of a seed, from its address, as caches keep it. @param {Recipe} recipe @param {AbortSignal} signal */
export async function sample(recipe, signal) {
  const response = await ask(`${sampleAddress(recipe)}&${new URLSearchParams({ version: String(recipe.version) })}`, { signal });
  const picture = await reached(response.blob(), signal);
  return { recipe, address: await dataAddress(picture), warning: response.headers.get('Eidolon-Warning') };
}

/** @param {Blob} blob @returns {Promise<string>} */
const dataAddress = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/** The picture of a recipe. @param {Recipe} recipe @param {AbortSignal} signal @returns {Promise<Picture>} */
export async function generate(recipe, signal) {
  const { version, pictures: [picture] } = await request(body(recipe), signal);
  return picked({ ...recipe, version, ...(picture.label ? { label: picture.label } : {}) }, picture);
}

/** The pictures of seeds. @param {Recipe} recipe without a seed @param {number[]} seeds @param {AbortSignal} signal @returns {Promise<Picture[]>} */
export async function sheet(recipe, seeds, signal) {
  const { version, pictures } = await request({ ...body(recipe), seeds, format: 'webp' }, signal);
  return pictures.map((picture) => picked({ ...recipe, version, seed: picture.seed, label: picture.label }, picture));
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
export async function thumbnails({ model, version, label }, latents, signal) {
  const content = { ...body({ model, version, label, latent: [] }), latents, format: 'jpeg' };
  return (await reached((await post('generate', content, { signal })).json(), signal)).pictures;
}

/** The address of a picture four times as large, by the service's network. @param {Recipe} recipe @param {AbortSignal} signal */
export const upscaled = async (recipe, signal) =>
  dataAddress(await reached((await post('generate', { ...body(recipe), upscale: 4 }, { accept: 'image/jpeg', signal })).blob(), signal));

/** @typedef {{ seed: number, label: string | null, mediaType: string, data: string, latent: number[] }} Generated */

/** @param {Recipe} recipe @param {Generated} picture @returns {Picture} */
const picked = (recipe, { latent, label, mediaType, data }) => ({ recipe, latent, label, mediaType, data });

/** @param {object} content @param {AbortSignal} signal @returns {Promise<{ version: string, pictures: Generated[] }>} */
const request = async (content, signal) =>
  reached((await post('generate', { ...content, withLatents: true }, { signal })).json(), signal);

/** A picture as a file. @param {Recipe} recipe @param {string} format @param {number} scale */
export const file = async (recipe, format, scale) =>
  new Uint8Array(await (await post('generate', { ...body(recipe), scale }, { accept: `image/${format}` })).arrayBuffer());

/** The walk from one latent to another and back, as a GIF. @param {Recipe} recipe of the model, the class and the words @param {number[][]} latents @param {number} scale */
export async function animation({ model, version, label, prompt, strength }, latents, scale) {
  const content = { ...body({ model, version, label, ...words({ prompt, strength }), latent: [] }), latents, scale, steps: 32, loop: true };
  return new Uint8Array(await (await post('interpolate', content, { accept: 'image/gif' })).arrayBuffer());
}

/** The events of an edit as they come. @param {object} content @param {AbortSignal} signal */
export const edit = (content, signal) => events('edit', content, signal);

/** The events of a projection as they come. @param {Blob} photo @param {Record<string, string>} fields @param {AbortSignal} signal */
export function project(photo, fields, signal) {
  const form = new FormData();
  form.append('picture', photo, 'photo.png');
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  return events('project', form, signal);
}

/**
 * @param {string} path @param {object} content @param {AbortSignal} signal
 * @returns {AsyncGenerator<{ name: string, data: any }>} the last is `done`
 */
async function* events(path, content, signal) {
  const wait = new Wait(signal);
  const response = await post(path, content, { accept: 'text/event-stream', signal, wait });
  const stream = /** @type {ReadableStream<any>} */ (response.body).pipeThrough(new TextDecoderStream());
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reached(reader.read(), signal);
    wait.heard();
    if (done) {
      throw new Problem('ended', 'The answer ended early.');
    }
    const blocks = (text + value).split(/\r?\n\r?\n/);
    text = blocks.pop() ?? '';
    for (const event of blocks.map(parse).filter(({ data }) => data !== undefined)) {
      if (event.name === 'problem') {
        throw Problem.of(event.data);
      }
      yield event;
      if (event.name === 'done') {
        return;
      }
    }
  }
}

/** @param {string} block */
function parse(block) {
  const field = (/** @type {string} */ name) => block.split(/\r?\n/)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = field('data').join('\n');
  return { name: field('event')[0] ?? 'message', data: data ? JSON.parse(data) : undefined };
}

/** The address of a picture that came in an answer. @param {{ mediaType: string, data: string }} picture */
export const pictureAddress = ({ mediaType, data }) => `data:${mediaType};base64,${data}`;
