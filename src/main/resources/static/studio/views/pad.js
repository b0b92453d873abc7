// The pad: the picture, the strokes on it, and the brush.
/** @import { Store } from '../store.js' */
/** @import { Picture, Point, State, Stroke } from '../types.js' */
import { pictureAddress } from '../api.js';
import { byId, mark } from '../dom.js';
import { contextOf, paint } from '../ink.js';
import { t } from '../language.js';
import { title } from '../recipe.js';
import * as session from '../session.js';
import { finished } from '../strokes.js';
import { bindBrush } from './brush.js';

/** Pixels of the canvas for each of the picture, for strokes without stairs. */
const FINE = 8;

/** @param {Store} store */
export function padView(store) {
  const pad = byId('pad', HTMLElement);
  const sheet = byId('sheet', HTMLElement);
  const image = byId('shown', HTMLImageElement);
  const ink = byId('ink', HTMLCanvasElement);
  const empty = byId('pad-empty', HTMLElement);
  const cursor = byId('cursor', HTMLElement);
  /** @type {{ stroke: Stroke | null, at: Point }} */
  let brush = { stroke: null, at: [0, 0] };
  let size = { width: 0, height: 0 };

  const pointer = bindBrush(pad, byId('sheet', HTMLElement), {
    zoomed: (scale, at, by) => store.update(session.zoomed, scale, at, by),
    size: () => size,
    begin: (at) => {
      const { tool } = store.state;
      const type = session.brush(store.state);
      if (type === 'pick') {
        store.update(session.equipped, { brush: 'colour', ...pickedColour(image, size, at) });
        return null;
      }
      return { type, points: [at], width: (type === 'sketch') ? 1 : tool.width, colour: session.colour(store.state) };
    },
    moved: (stroke, at) => {
      brush = { stroke, at };
      drawInk(store.state);
      showCursor(store.state);
    },
    done: (stroke) => {
      const fit = finished(stroke, size);
      if (fit) {
        store.update(session.painted, fit);
      }
    },
  });

  /** @param {State} state */
  function drawInk(state) {
    const context = contextOf(ink);
    context.resetTransform();
    context.clearRect(0, 0, ink.width, ink.height);
    context.scale(FINE, FINE);
    const strokes = state.comparing ? [] : session.step(state)?.strokes ?? [];
    paint(context, brush.stroke ? [...strokes, brush.stroke] : strokes);
    const fades = strokes.length > 0 && session.step(state)?.answered && !state.tool.visible && !brush.stroke;
    ink.classList.toggle('answered', Boolean(fades));
    empty.hidden = Boolean(session.shown(state)) || strokes.length > 0 || brush.stroke !== null;
  }

  /** @param {State} state */
  function showCursor({ tool }) {
    const diameter = (session.brush(store.state) === 'sketch') ? 1 : tool.width;
    cursor.style.width = `${100 * diameter / size.width}%`;
    cursor.style.left = `${100 * brush.at[0] / size.width}%`;
    cursor.style.top = `${100 * brush.at[1] / size.height}%`;
  }

  return (/** @type {State} */ state) => {
    const model = session.model(state);
    if (model && (model.width !== size.width || model.height !== size.height)) {
      size = { width: model.width, height: model.height };
      pad.style.aspectRatio = `${size.width} / ${size.height}`;
      [ink.width, ink.height] = [size.width * FINE, size.height * FINE];
      pointer.centre();
    }
    show(image, session.shown(state));
    mark(pad, 'aria-busy', session.request(state) !== null && !state.failure);
    const { scale, x, y } = state.zoom;
    sheet.style.transform = (scale === 1) ? '' : `translate(${100 * x}%, ${100 * y}%) scale(${scale})`;
    drawInk(state);
    showCursor(state);
  };
}

/** @param {HTMLImageElement} image @param {Picture | null} picture */
function show(image, picture) {
  const address = picture ? pictureAddress(picture) : null;
  if (address === null) {
    image.removeAttribute('src');
    image.alt = '';
  } else if (address !== image.getAttribute('src')) {
    image.src = address;
    image.alt = `${t('Picture')}: ${title(/** @type {Picture} */ (picture).recipe, t)}`;
  }
}

/** @param {HTMLImageElement} image @param {{ width: number, height: number }} size @param {Point} at */
function pickedColour(image, { width, height }, [x, y]) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = contextOf(canvas);
  context.drawImage(image, 0, 0, width, height);
  const pixel = context.getImageData(Math.min(Math.floor(x), width - 1), Math.min(Math.floor(y), height - 1), 1, 1).data;
  return { colour: `#${[...pixel.slice(0, 3)].map((level) => level.toString(16).padStart(2, '0')).join('')}` };
}
