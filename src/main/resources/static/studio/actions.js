// All that can be done: buttons, keys and the help are made from this list.
/** @import { Brush, State } from './types.js' */
/** @import { Store } from './store.js' */
/** @import { Effects } from './effects.js' */
import { cancelled } from './answers.js';
import { isFavourite, marked } from './collection.js';
import * as history from './history.js';
import { understood } from './prompts.js';
import * as session from './session.js';
import { brushOff } from './strokes.js';

/**
 * @typedef {object} Action
 * @property {string} id of its button
 * @property {string} group of buttons it stands in; 'keys' have none
 * @property {string} name on the button
 * @property {string} does in a sentence
 * @property {string[]} [keys]
 * @property {(state: State) => string | null} [off] why it cannot be done now
 * @property {(state: State) => boolean} [pressed] for buttons that stay pressed
 * @property {boolean} [held] lasts as long as its key is down
 * @property {(store: Store, effects: Effects, down?: boolean) => void} run
 */

/** @param {State} state */
const noPicture = (state) => session.picture(state) ? null : 'There is no picture yet: pick a sample, or paint.';

/** @param {State} state */
const noModel = (state) => session.model(state) ? null : 'No model is served yet.';

/** @param {Brush} type @param {string} name @param {string} key @param {string} does @returns {Action} */
const brush = (type, name, key, does) => ({
  id: `brush-${type}`, group: 'brushes', name, does, keys: [key],
  off: (state) => brushOff(type, session.picture(state)),
  pressed: (state) => session.brush(state) === type,
  run: (store) => store.update(session.equipped, { brush: type }),
});

/** @param {number} by @returns {Action['run']} */
const widened = (by) => (store) => store.update((state) =>
  session.equipped(state, { width: Math.min(24, Math.max(1, state.tool.width + by)) }));

/** @param {number} scale @returns {Action['run']} */
const zoomedBy = (scale) => (store) => store.update(session.zoomed, scale, /** @type {[number, number]} */ ([0.5, 0.5]));

/** @type {Action[]} */
export const ACTIONS = [
  brush('colour', 'Colour', 'c', 'Paint which colour a part should have'),
  brush('sketch', 'Sketch', 'k', 'Draw lines where edges should be'),
  brush('warp', 'Move', 'w', 'Drag a part of the picture to another place'),
  brush('keep', 'Protect', 'h', 'Paint over what should stay as it is'),
  brush('pick', 'Pick colour', 'i', 'Take a colour from the picture'),

  { id: 'undo', group: 'edit', name: 'Undo', does: 'Go back to the step before', keys: ['mod+z', 'z'],
    off: (state) => history.undoable(state.history) ? null : 'There is nothing to undo.',
    run: (store) => store.update(session.undone) },
  { id: 'redo', group: 'edit', name: 'Redo', does: 'Take back what was undone', keys: ['mod+shift+z', 'shift+z', 'mod+y'],
    off: (state) => history.redoable(state.history) ? null : 'There is nothing to redo.',
    run: (store) => store.update(session.redone) },
  { id: 'strokes', group: 'edit', name: 'Strokes', does: 'Keep strokes on the picture; else they fade once they are answered', keys: ['e'],
    pressed: (state) => state.tool.visible,
    run: (store) => store.update((state) => session.equipped(state, { visible: !state.tool.visible })) },
  { id: 'compare', group: 'edit', name: 'Before', does: 'Show the picture as it was before this step, while the key is held', keys: ['b'], held: true,
    off: (state) => session.step(state)?.before ? null : 'There is no picture from before this step.',
    pressed: (state) => state.comparing,
    run: (store, _, down) => store.update((state) => ({ ...state, comparing: down ?? !state.comparing })) },

  { id: 'zoom-in', group: 'edit', name: 'Zoom in', does: 'Show the picture larger; two fingers do so too', keys: ['+'], run: zoomedBy(2) },
  { id: 'zoom-out', group: 'edit', name: 'Whole', does: 'Show the whole picture again', keys: ['-'],
    off: (state) => (state.zoom.scale > 1) ? null : 'The whole picture is shown.',
    run: (store) => store.update((state) => ({ ...state, zoom: session.WHOLE })) },

  { id: 'play', group: 'walk', name: 'Play', does: 'Walk to and fro between the two pictures', keys: ['p'],
    off: (state) => session.walkable(state) ? null : 'A walk needs two pictures: paint on one, or choose Walk to and pick a sample.',
    pressed: (state) => state.walk.playing,
    run: (store) => store.update((state) => session.walked(state, { playing: !state.walk.playing })) },

  { id: 'surprise', group: 'picture', name: 'Surprise me', does: 'Show a picture that nobody has seen before', keys: ['q'],
    off: noModel, run: (_, effects) => effects.surprise() },
  { id: 'blank', group: 'picture', name: 'New', does: 'Begin with an empty pad', keys: ['n'], run: (store) => store.update(session.blank) },
  { id: 'accept', group: 'picture', name: 'Accept', does: 'Go on from the picture that is shown: its strokes and candidates are put away',
    keys: ['f'], off: noPicture, run: (store) => store.update(session.accepted) },
  { id: 'restart', group: 'picture', name: 'Restart', does: 'Go back to the picture that you began with', keys: ['r'],
    off: (state) => session.step(state) ? null : 'There is nothing to go back to.',
    run: (store) => store.update(session.restarted) },
  { id: 'walk-to', group: 'picture', name: 'Walk to…', does: 'Walk from this picture to the sample that you pick next', keys: ['m'],
    off: noPicture, pressed: (state) => state.tool.walkTo,
    run: (store) => store.update((state) => session.equipped(state, { walkTo: !state.tool.walkTo })) },
  { id: 'upload', group: 'picture', name: 'Upload…', does: 'Find the picture of the model that is nearest to a photo, or open a saved picture',
    keys: ['u'], off: noModel, run: (_, effects) => effects.chooseFile() },
  { id: 'save', group: 'picture', name: 'Save', does: 'Save the picture as a PNG file, which can be opened here again', keys: ['s'],
    off: noPicture, run: (_, effects) => effects.save() },

  { id: 'save-as', group: 'picture', name: 'Save as…', does: 'Save the picture larger, as WebP, or the walk as a GIF', off: noPicture,
    run: (_, effects) => effects.chooseSaving() },
  { id: 'favourite', group: 'picture', name: 'Favourite', does: 'Keep the picture among your favourites, or take it out', keys: ['v'],
    off: noPicture, pressed: (state) => isFavourite(state, session.picture(state)), run: (store) => store.update(marked) },
  { id: 'beside', group: 'picture', name: 'Compare…', does: 'Show this picture beside another one', keys: ['o'],
    off: noPicture, run: (_, effects) => effects.comparePictures() },

  { id: 'copy-link', group: 'share', name: 'Link', does: 'Copy the address of this very picture', keys: ['l'],
    off: noPicture, run: (_, effects) => effects.copyLink() },
  { id: 'copy-curl', group: 'share', name: 'curl', does: 'Copy a command for curl that generates this picture',
    off: noPicture, run: (_, effects) => effects.copyCode('curl') },
  { id: 'copy-javascript', group: 'share', name: 'JavaScript', does: 'Copy JavaScript that generates this picture',
    off: noPicture, run: (_, effects) => effects.copyCode('javaScript') },
  { id: 'copy-python', group: 'share', name: 'Python', does: 'Copy Python that generates this picture',
    off: noPicture, run: (_, effects) => effects.copyCode('python') },

  { id: 'words', group: 'keys', name: 'Words', does: 'Go to the line for words', keys: ['/'],
    off: (state) => understood(state) ? null : 'This model understands no words.', run: (_, effects) => effects.goToWords() },
  { id: 'cancel', group: 'keys', name: 'Cancel', does: 'Give up what is being looked for', keys: ['escape'],
    off: (state) => (session.request(state) || state.failure) ? null : '', run: (store) => store.update(cancelled) },
  { id: 'thinner', group: 'keys', name: 'Thinner', does: 'Make the brush thinner', keys: ['['], run: widened(-1) },
  { id: 'wider', group: 'keys', name: 'Wider', does: 'Make the brush wider', keys: [']'], run: widened(1) },
  { id: 'help', group: 'page', name: 'Help', does: 'Show what everything does, and its keys', keys: ['?'], run: (_, effects) => effects.showHelp() },
];

/** Does what an action does, or says why it cannot be done. @param {Action} action @param {Store} store @param {Effects} effects @param {boolean} [down] */
export function perform(action, store, effects, down) {
  const off = action.off?.(store.state);
  if (off !== null && off !== undefined) {
    store.update(session.said, off);
  } else {
    action.run(store, effects, down);
  }
}

/** The action of a key. @param {string} key */
export const actionOf = (key) => ACTIONS.find(({ keys }) => keys?.includes(key)) ?? null;
