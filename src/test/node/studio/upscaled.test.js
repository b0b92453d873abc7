import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as answers from '../../../main/resources/static/studio/answers.js';
import * as session from '../../../main/resources/static/studio/session.js';
import * as upscaled from '../../../main/resources/static/studio/upscaled.js';
import { begun, CANDIDATES, sample, stroke } from './made.js';

test('the picture on the pad is enlarged', () => {
  const state = begun();
  assert.equal(upscaled.recipe(state).seed, 0);
  const enlarged = upscaled.arrived(state, upscaled.key(state), 'large');
  assert.equal(upscaled.address(state), null);
  assert.equal(upscaled.address(enlarged), 'large');
});

test('it is shown over no other picture', () => {
  const enlarged = upscaled.arrived(begun(), upscaled.key(begun()), 'large');
  const other = session.started(enlarged, sample(3), 'Sample');
  assert.equal(upscaled.address(other), null);
  assert.equal(upscaled.address(session.undone(other)), 'large');
  assert.equal(upscaled.address(upscaled.arrived(other, upscaled.key(enlarged), 'late')), null);
});

test('what is seen for a moment is not enlarged', () => {
  const walking = session.walkedTo(begun(), sample(3));
  assert.notEqual(upscaled.key(walking), null);
  assert.equal(upscaled.key(session.walked(walking, { playing: true })), null);
  const searching = session.painted(begun(), stroke());
  const found = answers.progressed(searching, session.request(searching).id, { share: 0.5, picture: CANDIDATES[0], candidates: CANDIDATES });
  assert.equal(upscaled.key(found), null);
});

test('large pictures and an empty pad are left as they are', () => {
  const state = begun();
  const large = { ...state, models: state.models.map((model) => ({ ...model, height: 256 })) };
  assert.equal(upscaled.key(large), null);
  assert.equal(upscaled.key(session.blank(state)), null);
});
