import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brushOff, constraints, finished } from '../../../main/resources/static/studio/strokes.js';
import { path } from '../../../main/resources/static/studio/latent.js';
import { sample, stroke } from './made.js';

const SIZE = { width: 64, height: 64 };

test('what is dragged out of the picture ends at its edge', () => {
  const { points } = finished(stroke('warp', [[60, 32], [137, 32]]), SIZE);
  assert.deepEqual(points, [[60, 32], [63.5, 32]]);
  const [{ constraint }] = constraints([finished(stroke('warp', [[3, 60], [-40, 99]]), SIZE)]);
  const [x, y] = constraint.by;
  assert.ok(3 + x >= 0 && 3 + x < 64 && 60 + y >= 0 && 60 + y < 64);
});

test('what is dragged nowhere asks for nothing', () => {
  assert.equal(finished(stroke('warp', [[10, 10]]), SIZE), null);
  assert.equal(finished(stroke('warp', [[10.1, 10.2], [10.8, 10.9]]), SIZE), null);
});

test('more strokes than the service takes go together by what they ask for', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ ...stroke(), colour: (i % 2) ? '#ff0000' : '#00ff00' }));
  const groups = constraints([...many, stroke('warp', [[1, 1], [9, 9]])]);
  assert.deepEqual(groups.map(({ constraint }) => constraint.colour ?? constraint.by), ['#00ff00', '#ff0000', [8, 8]]);
  assert.equal(groups[0].strokes.length, 50);
});

test('brushes that work on a picture say so on an empty pad', () => {
  for (const brush of ['warp', 'keep', 'pick']) {
    assert.match(brushOff(brush, null), /picture/);
    assert.equal(brushOff(brush, sample(1)), null);
  }
  assert.equal(brushOff('colour', null), null);
  assert.equal(brushOff('sketch', null), null);
});

test('a walk keeps the length of latents', () => {
  const way = path([3, 0], [0, 3], 5);
  way.forEach((z) => assert.ok(Math.abs(Math.hypot(...z) - 3) < 1e-12));
  assert.ok(Math.abs(way[2][0] - way[2][1]) < 1e-12);
});
