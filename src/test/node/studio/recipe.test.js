// What pictures are made from: seeds of sheets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_SEED, best, body, fixed, heldWords, mixedWords, sheetSeeds, wordsBetween } from '../../../main/resources/static/studio/recipe.js';
import { MODELS } from './made.js';

const [people, clothes] = MODELS;

test('a sheet begins with the best pictures of the model, and goes on with others', () => {
  assert.deepEqual(sheetSeeds(people, null, 6), [7, 3, 0, 1, 2, 4]);
  assert.deepEqual(sheetSeeds(people, null, 1), [7]);
  assert.equal(best(people), 7);
});

test('a model for which nobody chose begins with seed 0', () => {
  assert.deepEqual(sheetSeeds(clothes, null, 3), [0, 1, 2]);
  assert.equal(best(clothes), 0);
});

test('a sheet of a seed is those in a row from it, and never beyond the last', () => {
  assert.deepEqual(sheetSeeds(people, 3, 3), [3, 4, 5]);
  assert.deepEqual(sheetSeeds(people, MOST_SEED, 2), [MOST_SEED - 1, MOST_SEED]);
});

const man = { prompt: 'a man', strength: 1.5 };
const woman = { prompt: 'a woman', strength: 1 };

test('a walk between pictures of different words goes from words to words', () => {
  const { request, spoken } = wordsBetween(man, woman, [0.25, 0.75]);
  assert.deepEqual(request, { prompt: 'a man', toPrompt: 'a woman', strength: 1, blends: [0.25, 0.75] });
  assert.deepEqual(body({ model: 'faces', latent: [1], ...spoken[0] }),
    { model: 'faces', latents: [[1]], prompt: 'a man', toPrompt: 'a woman', strength: 1, blends: [0.25] });
});

test('a walk from no words, or to other strength, follows the same words more and more', () => {
  assert.deepEqual(wordsBetween({}, man, [0.5]), { request: { toPrompt: 'a man', strength: 1.5, blends: [0.5] },
    spoken: [{ prompt: 'a man', strength: 0.75 }] });
  assert.deepEqual(wordsBetween(man, {}, [0.5]).spoken, [{ prompt: 'a man', strength: 0.75 }]);
  assert.deepEqual(wordsBetween(man, { ...man, strength: 0.5 }, [0, 0.5, 1]).spoken.map(({ strength }) => strength), [1.5, 1, 0.5]);
  assert.deepEqual(wordsBetween({}, {}, [0.5]), { request: {}, spoken: [{}] });
});

test('a picture between words keeps them, and a search holds the nearer ones', () => {
  const recipe = { model: 'faces', latent: [1], ...man, toPrompt: 'a woman', blend: 0.75 };
  assert.deepEqual(body(fixed({ recipe, latent: [1] })), body(recipe));
  assert.equal(heldWords(recipe).prompt, 'a woman');
  assert.equal(heldWords({ ...recipe, blend: 0.25 }).prompt, 'a man');
});

test('a mix is of the words of its heaviest two, as far as each weighs', () => {
  const part = (recipe, weight) => ({ recipe, weight });
  assert.deepEqual(mixedWords([part(man, 1), part(man, 0.5)]), man);
  assert.deepEqual(mixedWords([part(man, 1), part(woman, 3)]), { prompt: 'a woman', strength: 1.125, toPrompt: 'a man', blend: 0.25 });
  assert.deepEqual(mixedWords([part(woman, 1), part(man, 0.2), part({ prompt: 'a boy', strength: 1 }, 1)]).toPrompt, 'a boy');
});

test('pictures without words weaken those of a mix', () => {
  assert.deepEqual(mixedWords([{ recipe: woman, weight: 1 }, { recipe: {}, weight: 1 }]), { prompt: 'a woman', strength: 0.5 });
  assert.deepEqual(mixedWords([{ recipe: {}, weight: 1 }, { recipe: man, weight: 0 }]), {});
});
