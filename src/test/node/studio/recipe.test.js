// What pictures are made from: seeds of sheets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_SEED, best, sheetSeeds } from '../../../main/resources/static/studio/recipe.js';
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
