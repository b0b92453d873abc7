import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fromHash, toHash } from '../../../main/resources/static/studio/link.js';
import { body, same } from '../../../main/resources/static/studio/recipe.js';
import { curl, javaScript } from '../../../main/resources/static/studio/snippets.js';

const RECIPES = [
  { model: 'peeps', version: '2', seed: 4294967295, truncation: 0.8 },
  { model: 'fashion', version: '1', seed: 0, label: 'T-shirt/top', directions: { pc1: -2.5, 'hair & more': 1 } },
  { model: 'peeps', version: '2', latent: [0.1, -3.25, 1e-7].map(Math.fround) },
  { model: 'peeps', version: '2', seed: 7, truncation: 0.8, prompt: 'a man & “glasses”', strength: 1.5 },
];

test('a link opens the same picture', () => {
  for (const recipe of RECIPES) {
    assert.ok(same(fromHash(toHash(recipe)), recipe), toHash(recipe));
  }
});

test('a link that cannot be read opens nothing', () => {
  for (const hash of ['', '#pad', '#model=peeps', '#model=peeps&seed=-1', '#model=peeps&seed=1.5', '#model=peeps&seed=x',
    '#model=peeps&latent=%%%', '#model=peeps&latent=AAA', '#model=peeps&latent=AADAfw', '#model=peeps&seed=1&truncation=2',
    '#model=peeps&seed=1&move.pc1=x', '#seed=1', '#model=peeps&seed=1&prompt=a&strength=3', '#model=peeps&seed=4294967296']) {
    assert.equal(fromHash(hash), null, hash);
  }
});

test('the copied command for curl sends the very request', () => {
  const recipe = { ...RECIPES[1], label: "it's" };
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${curl(recipe, 'http://localhost/')}`]).toString();
  const lines = printed.split('\n');
  assert.equal(lines[2], 'http://localhost/generate');
  assert.deepEqual(JSON.parse(lines[lines.indexOf('-d') + 1]), body(recipe));
});

test('the copied JavaScript sends the very request', async () => {
  const sent = [];
  const fetch = async (...request) => (sent.push(request), { ok: true, blob: async () => null });
  await new Function('fetch', `return (async () => {${javaScript(RECIPES[1], 'http://localhost/')}})()`)(fetch);
  assert.equal(sent[0][0], 'http://localhost/generate');
  assert.deepEqual(JSON.parse(sent[0][1].body), body(RECIPES[1]));
});

test('a link holds the words that a picture lies between', () => {
  const between = { model: 'faces', latent: [1, 2], prompt: 'a man', strength: 1, toPrompt: 'a woman', blend: 0.25 };
  const { prompt, toPrompt, blend } = fromHash(toHash(between));
  assert.deepEqual({ prompt, toPrompt, blend }, { prompt: 'a man', toPrompt: 'a woman', blend: 0.25 });
  assert.equal(fromHash(toHash({ ...between, blend: 2 })), null);
});
