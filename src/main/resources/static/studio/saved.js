// A saved PNG says what it takes to generate it again, in text chunks (PNG specification, 11.3.4.3).
/** @import { Model, Recipe } from './types.js' */
import { spoken } from './recipe.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LATENT = 'latent';

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) {
    c = (c & 1) ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c;
});

/** @param {Uint8Array} bytes */
const crc = (bytes) => ~bytes.reduce((c, byte) => TABLE[(c ^ byte) & 0xff] ^ (c >>> 8), -1) >>> 0;

/**
 * Writes a latent into a PNG file that says already which model generated it.
 * @param {Uint8Array} png @param {number[]} latent @returns {Uint8Array<ArrayBuffer>}
 */
export function withLatent(png, latent) {
  const content = new TextEncoder().encode(`tEXt${LATENT}\0${latent.join(' ')}`);
  const whole = new Uint8Array(png.length + content.length + 8);
  const end = png.length - 12; // IEND is the last
  const view = new DataView(whole.buffer);
  whole.set(png.subarray(0, end));
  view.setUint32(end, content.length - 4);
  whole.set(content, end + 4);
  view.setUint32(end + 4 + content.length, crc(content));
  whole.set(png.subarray(end), end + 8 + content.length);
  return whole;
}

/**
 * What a PNG file says of itself, or null when it is no PNG file or does not say which model generated it. Chunks that
 * were damaged say nothing.
 * @param {Uint8Array} bytes @returns {Record<string, string> | null}
 */
export function read(bytes) {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Record<string, string>} */
  const said = {};
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) {
      break; // the file was cut off
    }
    const chunk = bytes.subarray(at + 4, end);
    const type = String.fromCharCode(...chunk.subarray(0, 4));
    if (['tEXt', 'iTXt'].includes(type) && crc(chunk) === view.getUint32(end)) {
      const parts = new TextDecoder(type === 'tEXt' ? 'latin1' : 'utf-8').decode(chunk.subarray(4)).split('\0');
      said[parts[0]] = ((type === 'tEXt') ? parts[1] : parts.at(-1)) ?? '';
    }
    at = end + 4;
  }
  return said.model ? said : null;
}

/**
 * The recipe of a saved picture, or null when what the file says of it is damaged.
 * @param {Record<string, string>} said @param {Model} model the one that generated it @returns {Recipe | null}
 */
export function recipe({ model: name, version, seed, truncation, directions, label, prompt, strength, blend, latent }, model) {
  const source = { model: name, version, label, ...said({ prompt, strength, blend }) };
  if (latent !== undefined) {
    const values = numbers(latent);
    return (values?.length === model.latentDimension) ? { ...source, latent: values } : null;
  }
  const [first] = numbers(seed ?? '') ?? [];
  const [psi] = numbers(truncation ?? '1') ?? [];
  const moved = (directions ?? '').split(' ').filter(Boolean).map((text) => text.split('='));
  const strengths = numbers(moved.map(([, strength]) => strength).join(' ')) ?? [];
  return (first === undefined || psi === undefined || strengths.length !== moved.length) ? null : { ...source, seed: first,
    truncation: psi, directions: Object.fromEntries(moved.map(([direction], i) => [direction, strengths[i]])) };
}

/** Words, or two of them where the picture lies between. @param {Record<string, string>} chunks */
function said({ prompt, strength, blend }) {
  const [from, to] = (blend !== undefined) ? (prompt ?? '').split(' | ') : [prompt];
  return spoken({ prompt: from, strength: numbers(strength ?? '1')?.[0], toPrompt: to, blend: numbers(blend ?? '0')?.[0] });
}

/** @param {string} text @returns {number[] | null} */
function numbers(text) {
  const values = text.split(' ').filter(Boolean).map(Number);
  return values.every(Number.isFinite) ? values : null;
}
