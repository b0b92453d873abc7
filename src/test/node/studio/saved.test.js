import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, recipe, withLatent } from '../../../main/resources/static/studio/saved.js';

const MODEL = { name: 'peeps', latentDimension: 3 };
const LATENT = [0.5, -1.25, 3];
const PNG = chunked([['IHDR', ''], ['tEXt', 'model\0peeps'], ['tEXt', 'version\x002'], ['IEND', '']]);

test('a saved latent comes back', () => {
  assert.deepEqual(recipe(read(withLatent(PNG, LATENT)), MODEL).latent, LATENT);
});

test('a saved seed comes back with what it was generated with', () => {
  const said = { model: 'peeps', version: '2', seed: '7 8', truncation: '0.7', directions: 'pc1=2.0 pc2=-1.5' };
  const { seed, truncation, directions } = recipe(said, MODEL);
  assert.deepEqual({ seed, truncation, directions }, { seed: 7, truncation: 0.7, directions: { pc1: 2, pc2: -1.5 } });
});

test('saved words come back, in any script', () => {
  const encoded = Buffer.from('笑う男 “a”', 'utf-8').toString('latin1');
  const file = chunked([['tEXt', 'model\0peeps'], ['tEXt', 'seed\x007'], ['iTXt', `prompt\0\0\0\0\0${encoded}`], ['tEXt', 'strength\x000.5']]);
  const { seed, prompt, strength } = recipe(read(file), MODEL);
  assert.deepEqual({ seed, prompt, strength }, { seed: 7, prompt: '笑う男 “a”', strength: 0.5 });
});

test('a damaged latent is no recipe', () => {
  for (const latent of ['0.5 x 3', '0.5 NaN 3', '0.5 1', '', '1 2 3 4', '0.5 Infinity 3']) {
    assert.equal(recipe({ model: 'peeps', version: '2', latent }, MODEL), null, latent);
  }
});

test('a file without seed and latent is no recipe', () => {
  for (const said of [{ model: 'peeps' }, { model: 'peeps', seed: 'x' }, { model: 'peeps', seed: '1', truncation: 'x' },
    { model: 'peeps', seed: '1', directions: 'pc1' }]) {
    assert.equal(recipe(said, MODEL), null, JSON.stringify(said));
  }
});

test('a bit that fell over in the latent is noticed', () => {
  const file = withLatent(PNG, LATENT);
  file[Buffer.from(file).indexOf('-1.25') + 1] ^= 2;
  assert.equal(read(file).latent, undefined);
  assert.equal(recipe(read(file), MODEL), null);
});

test('a file that was cut off anywhere is read as far as it goes', () => {
  const file = withLatent(PNG, LATENT);
  for (let length = 0; length < file.length; length++) {
    const said = read(file.subarray(0, length));
    assert.ok(said === null || said.model === 'peeps');
  }
});

test('other files say nothing', () => {
  assert.equal(read(new TextEncoder().encode('no picture')), null);
  assert.equal(read(new Uint8Array()), null);
  assert.equal(read(chunked([['IHDR', ''], ['IEND', '']])), null);
});

/** A PNG file of chunks; whoever reads text looks at nothing else. */
function chunked(chunks) {
  const written = chunks.map(([type, text]) => {
    const content = Buffer.from(type + text, 'latin1');
    const chunk = Buffer.alloc(content.length + 8);
    chunk.writeUInt32BE(content.length - 4, 0);
    content.copy(chunk, 4);
    chunk.writeUInt32BE(crc32(content), content.length + 4);
    return chunk;
  });
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...written]));
}

/** As the appendix of the PNG specification computes it, bit by bit. */
function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      c = (c & 1) ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    }
  }
  return ~c >>> 0;
}
