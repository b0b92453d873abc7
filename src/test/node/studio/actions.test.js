import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTIONS, actionOf, perform } from '../../../main/resources/static/studio/actions.js';
import * as session from '../../../main/resources/static/studio/session.js';
import { isSingle, nameOf } from '../../../main/resources/static/studio/shortcuts.js';
import { Store } from '../../../main/resources/static/studio/store.js';
import { begun, stroke } from './made.js';

const pressed = (key, modifiers = {}) => nameOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

test('no two actions have the same key or the same button', () => {
  const keys = ACTIONS.flatMap(({ keys }) => keys ?? []);
  assert.deepEqual(keys, [...new Set(keys)]);
  const ids = ACTIONS.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
});

test('undo and redo have the keys that they have elsewhere', () => {
  assert.equal(actionOf(pressed('z', { ctrlKey: true })).id, 'undo');
  assert.equal(actionOf(pressed('z', { metaKey: true })).id, 'undo');
  assert.equal(actionOf(pressed('Z', { ctrlKey: true, shiftKey: true })).id, 'redo');
  assert.equal(actionOf(pressed('Z', { metaKey: true, shiftKey: true })).id, 'redo');
  assert.equal(actionOf(pressed('?', { shiftKey: true })).id, 'help');
  assert.equal(actionOf(pressed('s', { ctrlKey: true })), null);
});

test('single letters are those without Ctrl', () => {
  assert.deepEqual(['z', '[', 'shift+z', 'mod+z', 'mod+shift+z', 'escape'].map(isSingle), [true, true, true, false, false, false]);
});

test('what cannot be done says why, and does nothing', () => {
  const empty = session.blank(begun());
  for (const action of ACTIONS.filter(({ off }) => off?.(empty))) {
    const store = new Store(empty);
    perform(action, store, null);
    assert.match(store.state.note, /\w+.*\.$/, action.id);
    assert.equal(store.state.history, empty.history, action.id);
  }
  assert.ok(ACTIONS.find(({ id }) => id === 'save').off(empty));
});

test('an action does what it says', () => {
  const store = new Store(session.painted(begun(), stroke()));
  perform(actionOf('mod+z'), store, null);
  assert.deepEqual(session.step(store.state).strokes, []);
  perform(actionOf('mod+shift+z'), store, null);
  assert.equal(session.step(store.state).strokes.length, 1);
  perform(actionOf(']'), store, null);
  assert.equal(store.state.tool.width, 9);
});
