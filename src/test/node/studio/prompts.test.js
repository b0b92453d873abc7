import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as answers from '../../../main/resources/static/studio/answers.js';
import * as prompts from '../../../main/resources/static/studio/prompts.js';
import { body, fixed } from '../../../main/resources/static/studio/recipe.js';
import * as session from '../../../main/resources/static/studio/session.js';
import { warned } from '../../../main/resources/static/studio/words.js';
import { begun, sample } from './made.js';

const asked = (text = 'a man') => prompts.asked(begun(), text);
const picture = (recipe, warning = null) => ({ recipe, address: `picture ${recipe.seed}`, warning });
const words = { prompt: 'a man', strength: 1.5 };

/** A studio whose picture is one of a prompt. */
function chosen() {
  const asking = prompts.chose(asked(), { ...sample(3).recipe, ...words });
  return answers.generated(asking, asking.asked, { ...sample(3), recipe: asking.asked.recipe });
}

test('a prompt asks for sixteen pictures of seeds in a row', () => {
  const recipes = prompts.recipes(asked('  a man '));
  assert.deepEqual(recipes.map(({ seed }) => seed), Array.from({ length: 16 }, (_, i) => i));
  assert.ok(recipes.every(({ model, version, prompt, strength }) => model === 'peeps' && version === '2' && prompt === 'a man' && strength === 1));
  assert.equal(prompts.recipes(prompts.others(asked()))[0].seed, 16);
});

test('nothing is asked for without words, or of a model that understands none', () => {
  assert.equal(prompts.key(asked(' ')), null);
  const clothes = { ...asked(), defaultModel: 'fashion', history: { steps: [], current: null, redo: [] } };
  assert.equal(prompts.key(clothes), null);
  assert.ok(!prompts.understood(clothes));
});

test('pictures are shown as they come, in the order of their seeds', () => {
  const state = asked();
  const [first, second] = prompts.recipes(state);
  const next = [second, first].reduce((now, recipe) => prompts.arrived(now, prompts.key(state), picture(recipe)), state);
  assert.deepEqual(next.prompted.pictures.map(({ address }) => address), ['picture 0', 'picture 1']);
});

test('a picture of words that are outdated changes nothing', () => {
  const state = asked();
  const other = prompts.asked(state, 'a woman');
  assert.equal(prompts.arrived(other, prompts.key(state), picture(prompts.recipes(state)[0])), other);
  assert.equal(prompts.failed(other, prompts.key(state), 'busy'), other);
});

test('a warning that comes with each picture is said once', () => {
  const state = asked();
  const next = prompts.recipes(state).reduce((now, recipe) => prompts.arrived(now, prompts.key(state), picture(recipe, 'unknown')), state);
  assert.deepEqual(next.prompted.warnings, ['unknown']);
});

test('a warning says in plain words what the model knows', () => {
  assert.equal(warned('The model faces has learned no word of prompt; it knows man, woman'),
    'This model has not learned these words, and may not show what they mean. It knows: “man, woman”.');
});

test('the same words are asked for again after a failure', () => {
  const state = asked();
  const failed = prompts.failed(state, prompts.key(state), 'busy');
  assert.notEqual(prompts.key(prompts.asked(failed, 'a man')), prompts.key(failed));
});

test('the words of a picture hold for strokes, sliders and what comes of them', () => {
  const state = chosen();
  assert.deepEqual(body(fixed(session.picture(state))).prompt, 'a man');
  assert.equal(body(answers.slid(state, 'pc1', 2).asked.recipe).strength, 1.5);
  const weaker = prompts.followed(state, 0.5);
  assert.equal(weaker.asked.recipe.strength, 0.5);
  assert.equal(prompts.recipes(weaker)[0].strength, 0.5);
});

test('the strength of words changes nothing on a picture without words', () => {
  assert.equal(prompts.followed(begun(), 0.5).asked, null);
});

test('the line shows the words of a link', () => {
  assert.deepEqual(prompts.adopted(begun(), { model: 'peeps', seed: 1, ...words }).prompt, { text: 'a man', strength: 1.5, seed: 0 });
});

test('a photo is looked for under the words that are set', () => {
  assert.deepEqual(prompts.spoken(asked()), { prompt: 'a man', strength: 1 });
  assert.deepEqual(prompts.spoken(asked('')), {});
});
