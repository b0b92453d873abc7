// Favourites and mixes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as collection from '../../../main/resources/static/studio/collection.js';
import * as session from '../../../main/resources/static/studio/session.js';
import { begun, sample } from './made.js';

test('a favourite is one until it is marked again', () => {
  const marked = collection.marked(begun());
  assert.equal(marked.favourites.length, 1);
  assert.ok(collection.isFavourite(marked, session.picture(marked)));
  assert.equal(collection.marked(marked).favourites.length, 0);
});

test('a mean of latents is as long as they are, and lies towards the heavier one', () => {
  const mean = collection.mean([{ z: [2, 0], weight: 3 }, { z: [0, 2], weight: 1 }]);
  assert.ok(Math.abs(Math.hypot(...mean) - 2) < 1e-9);
  assert.ok(mean[0] > mean[1] && mean[1] > 0);
});

test('a picture without weight is not in the mix', () => {
  assert.deepEqual(collection.mean([{ z: [2, 0], weight: 1 }, { z: [0, 2], weight: 0 }]), [2, 0]);
});

test('two pictures are asked for as one, and a third goes on with them', () => {
  const one = collection.added(begun());
  assert.equal(one.asked, null);
  const two = collection.added(session.picked(one, sample(5)));
  assert.equal(two.asked?.what, 'Mix');
  assert.equal(two.asked?.recipe?.latent?.length, 2);
  assert.equal(collection.removed(two, 0).mix.length, 1);
});

test('a mix is of four pictures at most', () => {
  const full = [1, 2, 3, 4].reduce((state, seed) => collection.added(session.picked(state, sample(seed))), begun());
  const other = session.picked(full, sample(5));
  assert.match(collection.mixOff(other) ?? '', /4 pictures at most/);
  assert.equal(collection.added(other), other);
});

test('a picture that is in the mix is not added again', () => {
  const one = collection.added(begun());
  assert.match(collection.mixOff(one) ?? '', /already/);
  assert.equal(collection.added(one), one);
});

test('the picture is enlarged around a point, and its edge never leaves the edge of the pad', () => {
  const twice = session.zoomed(begun(), 2, [1, 0]);
  assert.deepEqual(twice.zoom, { scale: 2, x: -1, y: 0 });
  assert.deepEqual(session.zoomed(twice, 1, [0.5, 0.5], [5, 5]).zoom, { scale: 2, x: 0, y: 0 });
  assert.deepEqual(session.zoomed(twice, 0.1, [0.5, 0.5]).zoom, { scale: 1, x: 0, y: 0 });
});

test('a model of grey pictures is painted on in grey', () => {
  const state = session.equipped(session.blank(begun()), { colour: '#ff0000' });
  assert.equal(session.colour(state), '#ff0000');
  const fashion = { ...state, history: { ...state.history, steps: state.history.steps.map((step) => ({ ...step, model: 'fashion' })) } };
  assert.equal(session.colour(fashion), '#4c4c4c');
});
