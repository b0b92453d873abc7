// Strokes on a canvas: for people to see, and as masks for the service.
/** @import { Stroke } from './types.js' */

/** @param {CanvasRenderingContext2D} context @param {Stroke} stroke @param {string} [style] */
function draw(context, stroke, style = stroke.colour) {
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

/** Shows strokes over the picture, each kind as it is known by. @param {CanvasRenderingContext2D} context @param {Stroke[]} strokes */
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

/** @param {CanvasRenderingContext2D} context @param {Stroke} stroke */
function arrow(context, { points, width }) {
  const [from, to] = [points[0], points[points.length - 1]];
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

/** Where strokes are, as a PNG in base64: white on black. @param {Stroke[]} strokes @param {number} width @param {number} height */
export function mask(strokes, width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = contextOf(canvas);
  context.fillRect(0, 0, width, height);
  strokes.forEach((stroke) => draw(context, stroke, '#fff'));
  return canvas.toDataURL('image/png').split(',')[1];
}

/** @param {HTMLCanvasElement} canvas */
export const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
