// Brings from the service what the state asks for.
/** @import { State } from './types.js' */
/** @import { Store } from './store.js' */
import * as answers from './answers.js';
import * as api from './api.js';
import { along, path } from './latent.js';
import { shrink } from './photo.js';
import { best, heldWords, sheetSeeds, wordsBetween } from './recipe.js';
import * as loaded from './loaded.js';
import * as prompts from './prompts.js';
import * as session from './session.js';
import { CLOSENESS, constraints } from './strokes.js';
import { Task } from './task.js';
import * as upscaled from './upscaled.js';
import { mask } from './ink.js';
import { inWords } from './words.js';

const FRAMES = 16;

/** The truncation of the picture that shows what directions do. */
const SHOWN = 0.8;

/** Milliseconds that a slider of the samples may still move. */
const REST = 120;

/** Milliseconds that a picture stays before it is enlarged. */
const STILL = 300;

/** @param {Store} store */
export function bindRequests(store) {
  new Task(store, {
    key: (state) => {
      const request = session.request(state);
      return request && `${request.kind} ${request.id} ${state.attempt} ${session.step(state)?.closeness}`;
    },
    merge: (state) => session.request(state)?.merge ?? null,
    run: async (state, signal) => {
      const request = session.request(state);
      if (request) {
        await { generate, project, search }[request.kind](store, state, /** @type {any} */ (request), signal);
      }
    },
    fail: (failure, state) => {
      const { message, type, passing } = inWords(failure);
      store.update(answers.failed, session.request(state)?.id ?? -1, { message, type, retry: passing ? 'request' : null });
      refreshModels(store, type);
    },
  });
  new Task(store, { key: loaded.sheetKey, delay: REST, run: (state, signal) => sheet(store, state, signal),
    fail: (failure, state) => {
      const { message, type } = inWords(failure);
      store.update(loaded.withSheet, { key: loaded.sheetKey(state), pictures: [], failure: message });
      refreshModels(store, type);
    } });
  new Task(store, { key: prompts.key, delay: REST, run: (state, signal) => prompted(store, state, signal),
    fail: (failure, state) => {
      const { message, type } = inWords(failure);
      store.update(prompts.failed, prompts.key(state), message);
      refreshModels(store, type);
    } });
  new Task(store, { key: loaded.directionsKey, run: (state, signal) => directions(store, state, signal),
    fail: (failure, state) => store.update(loaded.withDirections,
      { key: loaded.directionsKey(state), list: [], failure: inWords(failure).message }) });
  new Task(store, { key: loaded.framesKey, run: (state, signal) => frames(store, state, signal),
    fail: (failure) => store.update(loaded.failedAside, inWords(failure).message) });
  // Without it the picture is seen all the same.
  new Task(store, { key: upscaled.key, delay: STILL, run: (state, signal) => enlarge(store, state, signal), fail: () => {} });
}

/** @typedef {import('./types.js').Asked} Asked */

/** @param {Store} store @param {State} _ @param {Asked} asked @param {AbortSignal} signal */
async function generate(store, _, asked, signal) {
  if (asked.recipe) {
    store.update(answers.generated, asked, await api.generate(asked.recipe, signal));
  }
}

/** @param {Store} store @param {State} state @param {Asked} asked @param {AbortSignal} signal */
async function project(store, state, asked, signal) {
  const model = state.models.find(({ name }) => name === asked.model);
  if (!model || !asked.file) {
    return;
  }
  const spoken = prompts.spoken(state);
  const fields = { model: model.name, ...(spoken.prompt ? { prompt: spoken.prompt, strength: spoken.strength } : {}) };
  for await (const event of api.project(await shrink(asked.file), fields, signal)) {
    if (event.name === 'done') {
      const { version, latent, label, target, picture, domain } = event.data;
      const { mediaType, data: bytes } = picture;
      store.update(answers.projected, asked,
        { recipe: { model: model.name, version, latent, label, ...spoken }, latent, label, mediaType, data: bytes },
        { address: api.pictureAddress(target), verdict: domain.verdict });
    } else {
      store.update(answers.progressed, asked.id, { share: event.data.step / event.data.steps, picture: null, candidates: null });
    }
  }
}

/** @param {Store} store @param {State} state @param {{ id: number, step: import('./types.js').Step }} search @param {AbortSignal} signal */
async function search(store, state, { id, step }, signal) {
  if (step.before && step.towards) {
    return move(store, id, step.before, step.towards, signal);
  }
  const model = state.models.find(({ name }) => name === step.model);
  if (!model) {
    throw new api.Problem('unknown-model', 'The model is gone.');
  }
  const { before } = step;
  const label = before ? before.label : state.samples.label;
  const spoken = heldWords(before?.recipe ?? {});
  /** @type {Parameters<typeof api.edit>[0]} */
  const content = {
    model: model.name,
    format: 'jpeg',
    previews: 1,
    constraints: constraints(step.strokes).map(({ constraint, strokes }) =>
      ({ ...constraint, mask: mask(strokes, model.width, model.height) })),
    ...(before ? { version: before.recipe.version, latent: before.latent, smoothness: CLOSENESS[step.closeness].smoothness } : {}),
    ...(label ? { label } : {}),
    ...spoken,
  };
  for await (const event of api.edit(content, signal)) {
    const version = (event.name === 'done') ? event.data.version : before?.recipe.version;
    const found = event.data.candidates.map(({ latent = [], label, loss, mediaType, data }) =>
      ({ recipe: { model: model.name, version, latent, label, ...spoken }, latent, label, loss, mediaType, data }));
    if (event.name === 'done') {
      store.update(answers.found, id, found);
    } else {
      store.update(answers.progressed, id, { share: event.data.step / event.data.steps, picture: found[0], candidates: found });
    }
  }
}

/** How many pictures there are on the way to words. */
const STAGES = 8;

/**
 * Moves a picture towards words.
 * @param {Store} store @param {number} id @param {import('./types.js').Picture} before @param {{ prompt: string, strength: number }} towards
 * @param {AbortSignal} signal
 */
async function move(store, id, before, towards, signal) {
  const { recipe: { model, version }, latent, label } = before;
  const { prompt } = heldWords(before.recipe);
  for await (const event of api.edit({ model, version, latent, ...(label ? { label } : {}), ...(prompt ? { prompt } : {}),
    toPrompt: towards.prompt, strength: towards.strength, candidates: STAGES, format: 'jpeg' }, signal)) {
    if (event.name === 'done') {
      const { spoken } = wordsBetween(before.recipe, { model, ...towards }, event.data.candidates.map(({ blend }) => blend ?? 1));
      store.update(answers.found, id, event.data.candidates.map(({ loss, mediaType, data }, i) =>
        ({ recipe: { model, version: event.data.version, latent, label, ...spoken[i] }, latent, label, loss, mediaType, data })));
    }
  }
}

/** @param {Store} store @param {State} state @param {AbortSignal} signal */
async function sheet(store, state, signal) {
  const key = loaded.sheetKey(state);
  const model = session.model(state);
  const { seed, count, truncation, label } = state.samples;
  if (model) {
    const recipe = { model: model.name, version: model.version, truncation, label };
    const pictures = await api.sheet(recipe, sheetSeeds(model, seed, count), signal);
    store.update(loaded.withSheet, { key, pictures, failure: null });
  }
}

// One request for each, so that caches keep them: those that were asked for before come at once.
/** @param {Store} store @param {State} state @param {AbortSignal} signal */
async function prompted(store, state, signal) {
  const key = prompts.key(state);
  await Promise.all(prompts.recipes(state).map(async (recipe) => store.update(prompts.arrived, key, await api.sample(recipe, signal))));
}

/** @param {Store} store @param {State} state @param {AbortSignal} signal */
async function directions(store, state, signal) {
  const model = session.model(state);
  if (model) {
    const key = loaded.directionsKey(state);
    const list = await api.directions(model, signal);
    store.update(loaded.withDirections, { key, list, failure: null });
    store.update(loaded.withDirections, { key, list: await withEnds(model, list, signal).catch(() => withoutEnds(list)) });
  }
}

/**
 * Shows what directions with names do to the picture that the model is shown by.
 * @param {import('./types.js').Model} model @param {import('./types.js').Direction[]} list @param {AbortSignal} signal
 */
async function withEnds(model, list, signal) {
  const named = list.filter(({ of }) => of);
  if (named.length === 0) {
    return list;
  }
  const shown = await api.generate({ model: model.name, version: model.version, seed: best(model), truncation: SHOWN }, signal);
  const latents = named.flatMap(({ vector, minimum, maximum }) =>
    [minimum, maximum].map((strength) => along(shown.latent, vector ?? [], strength)));
  const pictures = await api.thumbnails({ ...shown.recipe, label: shown.label }, latents, signal);
  return list.map((direction) => {
    const place = 2 * named.indexOf(direction);
    return (place < 0) ? direction : { ...direction, ends: pictures.slice(place, place + 2) };
  });
}

/** @param {import('./types.js').Direction[]} list */
const withoutEnds = (list) => list.map((direction) => ({ ...direction, ends: [] }));

/** @param {Store} store @param {State} state @param {AbortSignal} signal */
async function frames(store, state, signal) {
  const step = session.step(state);
  if (step?.before && step.picture) {
    const { before, picture } = step;
    const between = path(before.latent, picture.latent, FRAMES).slice(1, -1);
    const spoken = wordsBetween(before.recipe, picture.recipe, between.map((_, i) => (i + 1) / (FRAMES - 1)));
    const frames = await api.generateAll({ ...picture.recipe, label: picture.label }, between, spoken, signal);
    store.update(loaded.withFrames, step.id, [before, ...frames, picture]);
  }
}

/** @param {Store} store @param {State} state @param {AbortSignal} signal */
async function enlarge(store, state, signal) {
  const recipe = upscaled.recipe(state);
  if (recipe) {
    store.update(upscaled.arrived, upscaled.key(state), await api.upscaled(recipe, signal));
  }
}

/** What is gone is to be seen as gone. @param {Store} store @param {string} type of a problem */
async function refreshModels(store, type) {
  if (type === 'unknown-model' || type === 'unknown-version') {
    await api.models().then((models) => store.update(loaded.withModels, models), () => {}); // what failed is said already
  }
}
