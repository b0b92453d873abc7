// Strokes in pixels of the picture, and what they ask of it.

/** More constraints than this are refused by the service unless it is set otherwise. */
const MOST = 64;

/**
 * A stroke: { type: colour | sketch | warp | keep, points: [[x, y], ...], width, colour }.
 * A warp takes the round patch at its first point to its last.
 */
export function draw(context, stroke, style = stroke.colour) {
  const [x, y] = stroke.points[0];
  context.strokeStyle = context.fillStyle = style;
  context.lineWidth = stroke.width;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  if (stroke.type === 'warp' || stroke.points.length === 1) {
    context.arc(x, y, stroke.width / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.moveTo(x, y);
  stroke.points.slice(1).forEach((point) => context.lineTo(...point));
  context.stroke();
}

/** Shows strokes over the picture, each kind as it is known by. */
export function paint(context, strokes) {
  for (const stroke of strokes) {
    switch (stroke.type) {
      case 'colour':
        draw(context, stroke);
        break;
      case 'sketch':
        draw(context, { ...stroke, width: stroke.width + 0.6 }, '#fff');
        draw(context, stroke, '#000');
        break;
      case 'keep':
        draw(context, stroke, 'rgb(40 200 120 / 45%)');
        break;
      case 'warp':
        draw(context, stroke, 'rgb(80 120 255 / 35%)');
        arrow(context, stroke);
        break;
    }
  }
}

function arrow(context, { points, width }) {
  const [from, to] = [points[0], points.at(-1)];
  context.lineWidth = 0.8;
  context.strokeStyle = '#5078ff';
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.beginPath();
  context.arc(...to, width / 2, 0, 2 * Math.PI);
  context.stroke();
}

/** The constraints that strokes stand for, as the service takes them. */
export const constraints = (strokes, width, height) => joined(strokes).map((group) => {
  const [{ type, colour, points }] = group;
  const constraint = { type, mask: mask(group, width, height) };
  if (type === 'colour') {
    constraint.colour = colour;
  }
  if (type === 'warp') {
    constraint.by = [0, 1].map((axis) => Math.round(points.at(-1)[axis] - points[0][axis]));
  }
  return constraint;
});

// What a person may paint has no limit: strokes that ask for the same go together when there are too many.
function joined(strokes) {
  if (strokes.length <= MOST) {
    return strokes.map((stroke) => [stroke]);
  }
  const warps = strokes.filter(({ type }) => type === 'warp').slice(-MOST / 2);
  const others = Map.groupBy(strokes.filter(({ type }) => type !== 'warp'),
    ({ type, colour }) => `${type} ${type === 'colour' ? colour : ''}`);
  return [...others.values()].slice(-MOST / 2).concat(warps.map((warp) => [warp]));
}

function mask(strokes, width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context.fillRect(0, 0, width, height);
  strokes.forEach((stroke) => draw(context, stroke, '#fff'));
  return canvas.toDataURL('image/png').split(',')[1];
}
