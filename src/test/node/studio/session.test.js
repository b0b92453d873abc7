import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as answers from '../../../main/resources/static/studio/answers.js';
import * as steps from '../../../main/resources/static/studio/session.js';
import { failedAside, restored, withFrames } from '../../../main/resources/static/studio/loaded.js';
import { CANDIDATES, MODELS, begun, sample, stroke } from './made.js';

const session = { ...steps, ...answers };
const search = (state, ...strokes) => {
  const waiting = strokes.reduce(session.painted, state);
  return session.found(waiting, session.request(waiting).id, CANDIDATES);
};
const change = (state, transition, answer) => {
  const asking = transition(state);
  return session.generated(asking, asking.asked, answer(asking.asked.recipe));
};
const generatedFrom = (recipe) => ({ recipe, latent: [9, 9], label: recipe.label ?? null, mediaType: 'image/png', data: JSON.stringify(recipe) });

test('the first sample is what is shown at first', () => {
  assert.equal(session.shown(begun()).recipe.seed, 0);
});

test('a state is never changed', () => {
  const frozen = deepFreeze(begun());
  const state = deepFreeze(search(frozen, stroke()));
  deepFreeze(session.chose(state, 3));
  deepFreeze(session.undone(state));
  deepFreeze(session.slid(state, 'pc1', 2));
  assert.equal(session.shown(frozen).recipe.seed, 0);
});

test('a stroke searches from the picture that is shown', () => {
  const chosen = session.chose(search(begun(), stroke()), 5);
  const state = session.painted(chosen, stroke());
  assert.deepEqual(session.request(state).step.before.latent, CANDIDATES[5].latent);
});

test('a slider moves the candidate that was chosen', () => {
  const state = session.slid(session.chose(search(begun(), stroke()), 5), 'pc1', 2.5);
  assert.deepEqual(state.asked.recipe.latent, CANDIDATES[5].latent);
  assert.equal(state.asked.recipe.directions.pc1, 2.5);
});

test('the next stroke keeps what a slider did', () => {
  const slid = change(begun(), (state) => session.slid(state, 'pc1', 2.5), generatedFrom);
  assert.equal(session.recipe(slid).directions.pc1, 2.5);
  assert.deepEqual(session.request(session.painted(slid, stroke())).step.before.latent, [9, 9]);
});

test('a stroke waits for what a slider is about to do, and is searched from there', () => {
  const slid = session.slid(begun(), 'pc1', 2.5);
  const painted = session.painted(slid, stroke());
  assert.equal(session.request(painted), slid.asked);
  const moved = session.generated(painted, slid.asked, generatedFrom(slid.asked.recipe));
  const { kind, step } = session.request(moved);
  assert.equal(kind, 'search');
  assert.deepEqual(step.before.recipe.directions, { pc1: 2.5 });
  assert.equal(step.strokes.length, 1);
});

test('a second slider keeps what the first is about to do', () => {
  const state = session.slid(session.slid(begun(), 'pc1', 2.5), 'pc2', -1);
  assert.deepEqual(state.asked.recipe.directions, { pc1: 2.5, pc2: -1 });
});

test('a drag of a slider is one step, which undo takes back as a whole', () => {
  const once = change(begun(), (state) => session.slid(state, 'pc1', 1), generatedFrom);
  const twice = change(once, (state) => session.slid(state, 'pc1', 2), generatedFrom);
  assert.equal(twice.history.steps.length, 2);
  assert.equal(session.shown(session.undone(twice)).recipe.seed, 0);
});

test('what a drag passes is shown while its end is on its way', () => {
  const first = session.slid(begun(), 'pc1', 1);
  const second = session.slid(first, 'pc1', 2);
  const state = session.generated(second, first.asked, generatedFrom(first.asked.recipe));
  assert.equal(session.picture(state).recipe.directions.pc1, 1);
  assert.equal(session.recipe(state).directions.pc1, 2);
  assert.equal(session.request(state).id, second.asked.id);
});

test('a search selects the best candidate, wherever the last choice was', () => {
  const chosen = session.chose(search(begun(), stroke()), 5);
  assert.equal(session.step(search(chosen, stroke())).chosen, 0);
});

test('strokes that come during a search are answered together, from the same picture', () => {
  const state = session.painted(session.painted(begun(), stroke()), stroke('sketch'));
  const { step } = session.request(state);
  assert.deepEqual(step.strokes.map(({ type }) => type), ['colour', 'sketch']);
  assert.equal(step.before.recipe.seed, 0);
});

test('what was moved stays where it is when more is painted', () => {
  const state = session.painted(search(begun(), stroke('warp', [[10, 10], [20, 10]])), stroke());
  const [moved] = session.request(state).step.strokes;
  assert.equal(moved.type, 'keep');
  assert.deepEqual(moved.points, [[20, 10]]);
});

test('undo and redo go over every step', () => {
  const states = [begun()];
  states.push(session.picked(states.at(-1), sample(3)));
  states.push(search(states.at(-1), stroke()));
  states.push(session.chose(states.at(-1), 2));
  states.push(session.accepted(states.at(-1)));
  states.push(session.blank(states.at(-1)));
  states.push(session.restarted(states.at(-1)));
  let state = states.at(-1);
  for (const before of states.slice(0, -1).reverse()) {
    state = session.undone(state);
    assert.deepEqual(session.shown(state), session.shown(before));
  }
  for (const after of states.slice(1)) {
    state = session.redone(state);
    assert.deepEqual(session.shown(state), session.shown(after));
  }
  assert.equal(session.redone(state).history, state.history);
});

test('restart goes back to the picture that was picked', () => {
  const state = session.accepted(session.chose(search(session.picked(begun(), sample(3)), stroke()), 2));
  assert.equal(session.shown(session.restarted(state)).recipe.seed, 3);
});

test('New during a request leaves the pad empty, whatever the answer', () => {
  const asking = session.slid(begun(), 'pc1', 1);
  const emptied = session.blank(asking);
  assert.equal(session.request(emptied), null);
  assert.equal(session.shown(session.generated(emptied, asking.asked, generatedFrom(asking.asked.recipe))), null);

  const searching = session.painted(begun(), stroke());
  const { id } = session.request(searching);
  const cleared = session.blank(searching);
  assert.equal(session.shown(session.found(cleared, id, CANDIDATES)), null);
  assert.equal(session.shown(session.progressed(cleared, id, { share: 0.5, picture: CANDIDATES[0], candidates: CANDIDATES })), null);

  const uploading = session.ask(begun(), { kind: 'project', what: 'Photo', model: 'peeps', file: null });
  const gone = session.blank(uploading);
  assert.equal(session.shown(session.projected(gone, uploading.asked, sample(7), null)), null);
  assert.equal(session.failed(gone, uploading.asked.id, { message: 'late', type: 'busy', retry: null }).failure, null);
});

test('strokes are answered anew when the search is to stay closer', () => {
  const answered = session.chose(search(begun(), stroke()), 3);
  const state = session.cameCloser(answered, 4);
  assert.equal(session.request(state).step.before.recipe.seed, 0);
  assert.equal(session.request(state).step.closeness, 4);
  assert.deepEqual(session.request(state).step.strokes, session.step(answered).strokes);
  const closest = session.cameCloser(session.cameCloser(begun(), 1), 4);
  assert.equal(session.request(closest), null);
  assert.equal(session.step(session.painted(closest, stroke())).closeness, 4);
});

test('a photo leaves the picture until its own is there', () => {
  const uploading = session.ask(begun(), { kind: 'project', what: 'Photo', model: 'peeps', file: null });
  const half = session.progressed(uploading, uploading.asked.id, { share: 0.5, picture: null, candidates: null });
  assert.equal(session.shown(half).recipe.seed, 0);
});

test('a search that failed can be tried again, or its stroke given up', () => {
  const searching = session.painted(begun(), stroke());
  const state = session.failed(searching, session.request(searching).id, { message: 'busy', type: 'busy', retry: 'request' });
  const again = session.retried(state);
  assert.equal(again.failure, null);
  assert.notEqual(again.attempt, state.attempt);
  assert.equal(session.request(again).id, session.request(searching).id);
  const given = session.cancelled(state);
  assert.equal(session.request(given), null);
  assert.deepEqual(session.step(given).strokes, []);
  assert.equal(given.history.steps.length, 1);
});

test('a failure beside a search gives up nothing but itself', () => {
  const searching = failedAside(session.painted(begun(), stroke()), 'The file could not be saved.', 'save');
  const state = session.cancelled(searching);
  assert.equal(state.failure, null);
  assert.equal(session.request(state).id, session.request(searching).id);
});

test('a change of the class during a search is searched from', () => {
  const searching = session.painted(session.picked(begun(), sample(1, { model: 'fashion', label: 'Bag' })), stroke());
  const state = change(searching, (now) => session.sampled(now, { label: 'Sneaker' }), generatedFrom);
  assert.equal(session.request(state).step.before.recipe.label, 'Sneaker');
});

test('a picture of a model that is gone is not taken for one of another', () => {
  const gone = { ...begun(), models: MODELS.slice(1) };
  assert.equal(session.step(session.painted(gone, stroke())).model, 'peeps');
});

test('another version is asked for when the last one is gone', () => {
  const asking = session.slid(begun(), 'pc1', 1);
  const gone = { message: 'gone', type: 'unknown-version', retry: 'request' };
  assert.equal(session.retried(session.failed(asking, asking.asked.id, gone)).asked.recipe.version, undefined);
  const searching = session.painted(begun(), stroke());
  const { step } = session.request(session.retried(session.failed(searching, session.request(searching).id, gone)));
  assert.equal(step.before.recipe.version, undefined);
  assert.deepEqual(step.before.latent, sample(0).latent);
});

test('what is in the middle of a walk is gone on from', () => {
  const way = session.walkedTo(begun(), sample(3));
  const frames = [sample(0), generatedFrom({ model: 'peeps', latent: [1, 1] }), sample(3)];
  const state = session.walked(withFrames(way, session.step(way).id, frames), { at: 0.5 });
  assert.equal(session.shown(state), frames[1]);
  assert.equal(session.shown(session.accepted(state)), frames[1]);
  assert.equal(session.request(session.painted(state, stroke())).step.before, frames[1]);
});

test('a sample is walked to when that was chosen before', () => {
  const state = session.picked(session.equipped(begun(), { walkTo: true }), sample(3));
  assert.equal(session.step(state).before.recipe.seed, 0);
  assert.equal(session.shown(state).recipe.seed, 3);
  assert.ok(session.walkable(state));
  assert.equal(state.tool.walkTo, false);
});

test('a sample that is picked twice is one step', () => {
  const once = session.picked(begun(), sample(3));
  assert.equal(session.picked(once, sample(3)).history.steps.length, once.history.steps.length);
});

test('an empty pad has no brush that works on a picture', () => {
  const state = session.blank(session.equipped(begun(), { brush: 'warp' }));
  assert.equal(session.brush(state), 'colour');
  assert.equal(session.brush(session.undone(state)), 'warp');
});

test('a truncation changes the picture of a seed, but not one that was found', () => {
  assert.equal(session.sampled(begun(), { truncation: 0.3 }).asked.recipe.truncation, 0.3);
  assert.equal(session.sampled(search(begun(), stroke()), { truncation: 0.3 }).asked, null);
});

function deepFreeze(value) {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

test('steps of a model that is not served are kept, and another one is gone on from', () => {
  const both = session.picked(begun(), sample(3, { model: 'fashion' }));
  const back = restored({ ...steps.INITIAL, models: MODELS.filter(({ name }) => name === 'peeps') }, both.history);
  assert.equal(back.history.steps.length, 2);
  assert.equal(session.step(back).model, 'peeps');
  assert.equal(restored({ ...back, models: MODELS }, both.history).history.current, both.history.current);
});
