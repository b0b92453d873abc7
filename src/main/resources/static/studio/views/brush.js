// The brush: strokes by mouse, pen or finger, and by keys.
/** @import { Point, Stroke } from '../types.js' */
import { byId } from '../dom.js';

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Pixels of the picture that an arrow key moves the brush. */
const PACE = 2;

/**
 * @param {HTMLElement} pad
 * @param {object} on
 * @param {() => { width: number, height: number }} on.size of the picture
 * @param {(at: Point) => Stroke | null} on.begin a stroke, null when the brush leaves none
 * @param {(stroke: Stroke | null, at: Point) => void} on.moved
 * @param {(stroke: Stroke) => void} on.done
 */
export function bindBrush(pad, on) {
  const cursor = byId('cursor', HTMLElement);
  /** @type {Stroke | null} */
  let stroke = null;
  /** @type {Point} */
  let at = [0, 0];

  const begin = () => {
    stroke = on.begin(at);
    on.moved(stroke, at);
  };
  const extend = () => {
    stroke = stroke && { ...stroke, points: [...stroke.points, at] };
    cursor.hidden = false;
    on.moved(stroke, at);
  };
  const end = (/** @type {boolean} */ keep) => {
    const last = stroke;
    stroke = null;
    on.moved(null, at);
    if (last && keep) {
      on.done(last);
    }
  };
  /** @param {PointerEvent} event @returns {Point} */
  const point = (event) => {
    const box = pad.getBoundingClientRect();
    const { width, height } = on.size();
    return [(event.clientX - box.left) / box.width * width, (event.clientY - box.top) / box.height * height];
  };

  pad.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary) {
      end(false); // a second finger is no stroke
    } else if (event.button === 0) {
      event.preventDefault();
      pad.focus({ preventScroll: true });
      pad.setPointerCapture(event.pointerId);
      at = point(event);
      begin();
    }
  });
  pad.addEventListener('pointermove', (event) => {
    if (event.isPrimary) {
      at = point(event);
      extend();
    }
  });
  pad.addEventListener('pointerup', (event) => event.isPrimary && end(true));
  pad.addEventListener('pointercancel', () => end(false));
  pad.addEventListener('pointerleave', () => cursor.hidden = true);
  pad.addEventListener('blur', () => end(true));
  // Arrows move, with Shift they paint, and Enter or letting go of Shift ends the stroke.
  pad.addEventListener('keydown', (event) => {
    const step = ARROWS[event.key];
    if (step) {
      event.preventDefault();
      if (event.shiftKey && !stroke) {
        begin();
      }
      const { width, height } = on.size();
      at = [Math.min(width, Math.max(0, at[0] + PACE * step[0])), Math.min(height, Math.max(0, at[1] + PACE * step[1]))];
      extend();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!stroke) {
        begin();
      }
      end(true);
    } else if (event.key === 'Escape') {
      end(false);
    }
  });
  pad.addEventListener('keyup', (event) => (event.key === 'Shift') && end(true));

  return {
    centre() {
      const { width, height } = on.size();
      at = [width / 2, height / 2];
    },
  };
}
