// What the brush paints with.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import * as session from '../session.js';

/** @param {Store} store */
export function toolView(store) {
  const colour = byId('colour', HTMLInputElement);
  const width = byId('width', HTMLInputElement);
  colour.addEventListener('input', () => store.update(session.equipped, { colour: colour.value }));
  width.addEventListener('input', () => store.update(session.equipped, { width: Number(width.value) }));
  return (/** @type {State} */ { tool }) => {
    colour.value = tool.colour;
    width.value = String(tool.width);
    byId('width-value', HTMLOutputElement).value = `${tool.width} px`;
  };
}
