// What the brush paints with, and how close a search stays.
/** @import { Store } from '../store.js' */
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import { t } from '../language.js';
import * as session from '../session.js';
import { CLOSENESS, greyOf } from '../strokes.js';

/** @param {Store} store */
export function toolView(store) {
  const colour = byId('colour', HTMLInputElement);
  const width = byId('width', HTMLInputElement);
  colour.addEventListener('input', () => store.update(session.equipped, { colour: colour.value }));
  const grey = byId('grey', HTMLInputElement);
  grey.addEventListener('input', () => store.update(session.equipped, { colour: greyOf(Number(grey.value)) }));
  const closeness = byId('closeness', HTMLInputElement);
  closeness.max = String(CLOSENESS.length - 1);
  closeness.addEventListener('input', () => store.update(session.cameCloser, Number(closeness.value)));
  width.addEventListener('input', () => store.update(session.equipped, { width: Number(width.value) }));
  return (/** @type {State} */ state) => {
    const { tool } = state;
    const isGrey = session.model(state)?.channels === 1;
    byId('colour-setting', HTMLElement).hidden = isGrey;
    byId('grey-setting', HTMLElement).hidden = !isGrey;
    colour.value = tool.colour;
    const level = Number.parseInt(session.colour(state).slice(1, 3), 16);
    if (isGrey && document.activeElement !== grey) {
      grey.value = String(level);
    }
    byId('grey-value', HTMLOutputElement).value = `${Math.round(level / 2.55)} %`;
    width.value = String(tool.width);
    closeness.value = String(tool.closeness);
    closeness.setAttribute('aria-valuetext', t(CLOSENESS[tool.closeness].name));
    byId('closeness-value', HTMLOutputElement).value = t(CLOSENESS[tool.closeness].name);
    byId('width-value', HTMLOutputElement).value = `${tool.width} px`;
  };
}
