// What the brush paints with, and how close a search stays.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import * as session from '../session.js';
import { CLOSENESS } from '../strokes.js';

/** @param {Store} store */
export function toolView(store) {
  const colour = byId('colour', HTMLInputElement);
  const width = byId('width', HTMLInputElement);
  colour.addEventListener('input', () => store.update(session.equipped, { colour: colour.value }));
  const closeness = byId('closeness', HTMLInputElement);
  closeness.max = String(CLOSENESS.length - 1);
  closeness.addEventListener('input', () => store.update(session.cameCloser, Number(closeness.value)));
  width.addEventListener('input', () => store.update(session.equipped, { width: Number(width.value) }));
  return (/** @type {State} */ { tool }) => {
    colour.value = tool.colour;
    width.value = String(tool.width);
    closeness.value = String(tool.closeness);
    closeness.setAttribute('aria-valuetext', CLOSENESS[tool.closeness].name);
    byId('closeness-value', HTMLOutputElement).value = CLOSENESS[tool.closeness].name;
    byId('width-value', HTMLOutputElement).value = `${tool.width} px`;
  };
}
