// Pictures, models and states for tests.
import { INITIAL } from '../../../main/resources/static/studio/session.js';
import { withModels, withSheet, sheetKey } from '../../../main/resources/static/studio/loaded.js';

export const MODELS = [
  { name: 'peeps', version: '2', title: 'People', width: 64, height: 64, channels: 3, latentDimension: 2, classes: [], prompts: ['a man', 'a woman with glasses'], showcase: [7, 3] },
  { name: 'fashion', version: '1', title: 'Clothes', width: 32, height: 32, channels: 1, latentDimension: 2, classes: ['Bag', 'Sneaker'], prompts: [], showcase: [] },
];

/** A picture of a seed. */
export const sample = (seed, recipe = {}) => ({
  recipe: { model: 'peeps', version: '2', seed, truncation: 0.8, ...recipe },
  latent: [seed, 1], label: recipe.label ?? null, mediaType: 'image/png', data: `sample ${seed}`,
});

/** A picture that fits strokes. */
export const candidate = (place) => ({
  recipe: { model: 'peeps', version: '2', latent: [place, -1] },
  latent: [place, -1], label: null, mediaType: 'image/png', data: `candidate ${place}`, loss: place,
});

export const CANDIDATES = [0, 1, 2, 3, 4, 5].map(candidate);

export const stroke = (type = 'colour', points = [[4, 4], [60, 4]]) => ({ type, points, width: 8, colour: '#ff0000' });

/** A studio whose samples have just come: the first is on the pad. */
export function begun() {
  const state = withModels(INITIAL, { defaultModel: 'peeps', models: MODELS });
  return withSheet(state, { key: sheetKey(state), pictures: [0, 1, 2, 3].map((seed) => sample(seed)), failure: null });
}
