import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as History from '../../../main/resources/static/studio/history.js';
import { CANDIDATES } from './made.js';

const step = (id, parent = id > 1 ? id - 1 : null) => ({ id, parent, candidates: CANDIDATES, chosen: 0 });
const long = (length) => Array.from({ length }, (_, i) => step(i + 1)).reduce(History.push, History.EMPTY);

test('a history is bounded, and only the newest steps keep their candidates', () => {
  const history = long(History.MOST + 10);
  assert.equal(history.steps.length, History.MOST);
  assert.equal(history.steps[0].id, 11);
  assert.equal(history.steps.filter(({ candidates }) => candidates.length > 0).length, History.WITH_CANDIDATES);
});

test('undo ends where the history begins', () => {
  const history = History.undo(History.undo(History.undo(long(3))));
  assert.equal(history.current, 1);
  assert.equal(History.undoable(history), null);
});

test('what was undone stays in the list when another way is taken', () => {
  const history = History.push(History.undo(long(3)), step(4, 2));
  assert.deepEqual(history.steps.map(({ id }) => id), [1, 2, 3, 4]);
  assert.equal(History.redoable(history), null);
  assert.equal(History.undo(history).current, 2);
});

test('a step that is dropped gives way to the one before', () => {
  const history = History.drop(long(3));
  assert.deepEqual(history.steps.map(({ id }) => id), [1, 2]);
  assert.equal(history.current, 2);
});
