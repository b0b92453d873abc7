// Strokes as such, and what they ask of a picture.
/** @import { Brush, Picture, Point, Stroke } from './types.js' */

/** More constraints than this are refused by the service unless it is set otherwise. */
const MOST = 64;

/** How close a search stays to the picture that was painted on: in words, and as the `smoothness` of POST /edit. */
export const CLOSENESS = [
  { name: 'not at all', smoothness: 0 },
  { name: 'a little', smoothness: 0.03 },
  { name: 'fairly', smoothness: 0.1 },
  { name: 'closely', smoothness: 0.3 },
  { name: 'very closely', smoothness: 1 },
];

/** The grey that is as bright as a colour (Rec. 601). @param {string} colour such as #d92626 */
export function grey(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return greyOf(Math.round(0.299 * red + 0.587 * green + 0.114 * blue));
}

/** @param {number} level 0 to 255 */
export const greyOf = (level) => `#${level.toString(16).padStart(2, '0').repeat(3)}`;

/** Why a brush does not work on a picture, or null when it does. @param {Brush} brush @param {Picture | null} picture */
export const brushOff = (brush, picture) => (!picture && ['warp', 'keep', 'pick'].includes(brush))
  ? 'This brush works on a picture: pick a sample, or paint colours or lines first.' : null;

/**
 * A stroke as it can be answered: within the picture. Null when it asks for nothing.
 * @param {Stroke} stroke @param {{ width: number, height: number }} size @returns {Stroke | null}
 */
export function finished(stroke, size) {
  if (stroke.type !== 'warp') {
    return stroke;
  }
  const [from, to] = [stroke.points[0], stroke.points[stroke.points.length - 1]].map((point) => within(point, size));
  const points = [from, to];
  return way(points).every((by) => by === 0) ? null : { ...stroke, points };
}

/** How many pixels it is to the right and down, from the pixel at the first point to that at the last. @param {Point[]} points */
const way = (points) => [0, 1].map((axis) => Math.floor(points[points.length - 1][axis]) - Math.floor(points[0][axis]));

/** The centre of a pixel at the least: what is warped there can be seen. @param {Point} point @param {{ width: number, height: number }} size @returns {Point} */
const within = ([x, y], { width, height }) =>
  [Math.min(width - 0.5, Math.max(0.5, x)), Math.min(height - 0.5, Math.max(0.5, y))];

/**
 * Strokes that were answered, as they go on to hold on the picture that came of them: what was dragged stays where
 * it is now.
 * @param {Stroke[]} strokes @returns {Stroke[]}
 */
export const settled = (strokes) => strokes.map((stroke) => (stroke.type === 'warp')
  ? { ...stroke, type: 'keep', points: stroke.points.slice(-1) } : stroke);

/**
 * What strokes stand for, as the service takes it, with the strokes that each mask is to be painted from.
 * @param {Stroke[]} strokes
 */
export const constraints = (strokes) => joined(strokes).map((group) => {
  const [{ type, colour, points }] = group;
  return {
    constraint: {
      type,
      ...(type === 'colour' ? { colour } : {}),
      ...(type === 'warp' ? { by: way(points) } : {}),
    },
    strokes: group,
  };
});

// What a person may paint has no limit: strokes that ask for the same go together when there are too many.
/** @param {Stroke[]} strokes @returns {Stroke[][]} */
function joined(strokes) {
  if (strokes.length <= MOST) {
    return strokes.map((stroke) => [stroke]);
  }
  const warps = strokes.filter(({ type }) => type === 'warp').slice(-MOST / 2);
  /** @type {Map<string, Stroke[]>} */
  const others = new Map();
  for (const stroke of strokes.filter(({ type }) => type !== 'warp')) {
    const key = `${stroke.type} ${stroke.type === 'colour' ? stroke.colour : ''}`;
    const group = [...(others.get(key) ?? []), stroke];
    others.delete(key); // the last painted is on top
    others.set(key, group);
  }
  return [...[...others.values()].slice(-MOST / 2), ...warps.map((warp) => [warp])];
}
