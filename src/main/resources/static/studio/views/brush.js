// The brush: strokes by mouse, pen or finger, and by keys.
/** @import { Point, Stroke } from '../types.js' */
import { byId } from '../dom.js';

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Pixels of the picture that an arrow key moves the brush. */
const PACE = 2;

/** How much larger a turn of the wheel makes the picture. */
const TURN = 1.2;

/**
 * @param {HTMLElement} pad
 * @param {HTMLElement} sheet what lies on the pad, larger than it where it is zoomed
 * @param {object} on
 * @param {(scale: number, at: Point, by?: Point) => void} on.zoomed around a point of the pad, from 0 to 1
 * @param {() => { width: number, height: number }} on.size of the picture
 * @param {(at: Point) => Stroke | null} on.begin a stroke, null when the brush leaves none
 * @param {(stroke: Stroke | null, at: Point) => void} on.moved
 * @param {(stroke: Stroke) => void} on.done
 */
export function bindBrush(pad, sheet, on) {
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
  /** @param {HTMLElement} element @param {MouseEvent} event @returns {Point} from 0 to 1 */
  const within = (element, event) => {
    const box = element.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  /** @param {PointerEvent} event @returns {Point} */
  const point = (event) => {
    const [x, y] = within(sheet, event);
    const { width, height } = on.size();
    return [x * width, y * height];
  };
  /** Fingers on the pad, each by its own id. @type {Map<number, Point>} */
  const fingers = new Map();
  let pinching = false; // until the last finger goes: what remains of a pinch is no stroke

  /** @param {PointerEvent} event */
  const pinch = (event) => {
    const before = [...fingers.values()];
    fingers.set(event.pointerId, within(pad, event));
    const after = [...fingers.values()];
    if (before.length === 2) {
      const [from, to] = [before, after].map(([one, other]) => ({
        middle: /** @type {Point} */ ([(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]),
        apart: Math.hypot(one[0] - other[0], one[1] - other[1]),
      }));
      on.zoomed(to.apart / (from.apart || 1), from.middle, [to.middle[0] - from.middle[0], to.middle[1] - from.middle[1]]);
    }
  };

  pad.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, within(pad, event));
    }
    if (fingers.size > 1 || !event.isPrimary) {
      pinching = fingers.size > 1;
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
    if (pinching && fingers.has(event.pointerId)) {
      pinch(event);
    } else if (event.isPrimary && !pinching) {
      at = point(event);
      extend();
    }
  });
  /** @param {PointerEvent} event @param {boolean} keep */
  const lift = (event, keep) => {
    fingers.delete(event.pointerId);
    if (event.isPrimary && !pinching) {
      end(keep);
    }
    pinching = pinching && fingers.size > 0;
  };
  pad.addEventListener('pointerup', (event) => lift(event, true));
  pad.addEventListener('pointercancel', (event) => lift(event, false));
  pad.addEventListener('wheel', (event) => {
    if (event.ctrlKey) { // also what a pinch on a touchpad is told as
      event.preventDefault();
      on.zoomed(event.deltaY < 0 ? TURN : 1 / TURN, within(pad, event));
    }
  }, { passive: false });
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
    } else if (event.key === 'Escape' && stroke) {
      event.stopPropagation(); // what is looked for goes on
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
