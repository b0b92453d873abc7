// Photos are decoded and made small here, so that whatever the browser can show can be uploaded.
import { Problem } from './api.js';

/** Pixels of the shorter side that are enough for any model. */
const SIDE = 512;

/** @param {Blob} file @returns {Promise<Blob>} a PNG file */
export async function shrink(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new Problem('other', 'This file cannot be read as a picture.', { status: 400 });
  }
  const scale = Math.min(1, SIDE / Math.min(bitmap.width, bitmap.height));
  const canvas = Object.assign(document.createElement('canvas'),
    { width: Math.round(scale * bitmap.width), height: Math.round(scale * bitmap.height) });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob)
    : reject(new Problem('other', 'This picture is too large.', { status: 400 })), 'image/png'));
}
