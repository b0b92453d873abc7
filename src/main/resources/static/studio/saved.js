// A saved PNG says what it takes to draw it again, in text chunks (PNG specification, 11.3.4.3).

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LATENT = 'latent';

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) {
    c = (c & 1) ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c;
});

const crc = (bytes) => ~bytes.reduce((c, byte) => TABLE[(c ^ byte) & 0xff] ^ (c >>> 8), -1) >>> 0;

/** Writes a latent into a PNG file that says already which model drew it. */
export function withLatent(png, latent) {
  const content = new TextEncoder().encode(`tEXt${LATENT}\0${latent.join(' ')}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc(content));
  const end = png.length - 12; // IEND is the last
  return new Blob([png.subarray(0, end), chunk, png.subarray(end)], { type: 'image/png' });
}

/**
 * What a PNG file says of itself: { model, version, seed, truncation, directions, label, latent }, or null when it
 * is no such file.
 */
export async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    return null;
  }
  const view = new DataView(bytes.buffer);
  const said = {};
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'tEXt') {
      const [name, text] = new TextDecoder('latin1').decode(data).split('\0');
      said[name] = text;
    }
    at += length + 12;
  }
  if (!said.model || !(said.latent || said.seed)) {
    return null;
  }
  const latent = said.latent?.split(' ').map(Number);
  const directions = said.directions
    && Object.fromEntries(said.directions.split(' ').map((moved) => moved.split('=')).map(([name, by]) => [name, Number(by)]));
  return { ...said, directions, latent: latent?.every(Number.isFinite) ? latent : undefined };
}
