import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store } from '../../../main/resources/static/studio/store.js';
import { Task } from '../../../main/resources/static/studio/task.js';

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** A task of which every run is ended by hand. */
function watched(merge = () => null) {
  const store = new Store({ key: null });
  const runs = [];
  const failures = [];
  new Task(store, {
    key: (state) => state.key,
    merge,
    run: (state, signal) => new Promise((resolve, reject) => runs.push({ key: state.key, signal, resolve, reject })),
    fail: (failure, state) => failures.push([failure, state.key]),
  });
  const want = async (key) => {
    store.update(() => ({ key }));
    await turn();
  };
  return { runs, failures, want };
}

test('what is no longer wanted is cancelled, and its failure is nobody\'s', async () => {
  const { runs, failures, want } = watched();
  await want('a');
  await want('b');
  assert.equal(runs[0].signal.aborted, true);
  runs[0].reject(new Error('late'));
  await turn();
  assert.deepEqual(failures, []);
  assert.deepEqual(runs.map(({ key }) => key), ['a', 'b']);
  await want(null);
  assert.equal(runs[1].signal.aborted, true);
});

test('what is wanted is done once', async () => {
  const { runs, want } = watched();
  await want('a');
  runs[0].resolve();
  await turn();
  await want('a');
  assert.equal(runs.length, 1);
});

test('a failure is told with what was wanted', async () => {
  const { runs, failures, want } = watched();
  await want('a');
  runs[0].reject(new Error('wrong'));
  await turn();
  assert.equal(failures[0][0].message, 'wrong');
  assert.equal(failures[0][1], 'a');
});

test('of a drag one runs at a time, and the last is never left out', async () => {
  const { runs, want } = watched(() => 'slider');
  await want('1');
  for (const key of ['2', '3', '4']) {
    await want(key);
  }
  assert.deepEqual(runs.map(({ key }) => key), ['1']);
  assert.equal(runs[0].signal.aborted, false);
  runs[0].resolve();
  await turn();
  assert.deepEqual(runs.map(({ key }) => key), ['1', '4']);
});
