// OpenAI's own client against the service: node openai.test.js <address of the service> <folder of packages>
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const [,, address, packages] = process.argv;
const require = createRequire(path.resolve(packages, 'openai.js'));
const { OpenAI, toFile } = require('openai');

const openai = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'any', maxRetries: 0 });
const prompt = 'a smiling man with glasses';
const png = (base64) => Buffer.from(base64, 'base64');
const file = async (seed = 7) => toFile(await fetch(`${address}/models/peeps-text/samples/${seed}.png`), 'picture.png', { type: 'image/png' });

test('pictures are generated from words, and a seed makes one again', async () => {
  const { data, size, created, _request_id: id } = await openai.images.generate({ prompt, n: 2, seed: 7 });
  assert.deepEqual(data.map(({ seed }) => seed), [7, 8]);
  assert.deepEqual([...png(data[0].b64_json).subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.equal(size, '16x16');
  assert.ok(Math.abs(created - Date.now() / 1000) < 60);
  assert.match(id, /[\w-]{8}/);
  const again = await openai.images.generate({ prompt, seed: data[1].seed });
  assert.equal(again.data[0].b64_json, data[1].b64_json);
  assert.equal((await openai.images.generate({ prompt })).data[0].seed >= 0, true);
});

test('what OpenAI has and this service has not is passed over', async () => {
  const { data } = await openai.images.generate({ prompt, model: 'peeps-text', quality: 'high', style: 'vivid', moderation: 'low', user: 'someone',
    background: null, n: null, safety_identifier: null, output_compression: 80, output_format: 'jpeg', response_format: 'b64_json' });
  assert.deepEqual([...png(data[0].b64_json).subarray(0, 2)], [0xff, 0xd8]);
});

test('a URL leads to the same picture', async () => {
  const body = { prompt: `${prompt} & hair`, seed: 7, size: '32x32', output_format: 'png' };
  const [{ url, b64_json: none }] = (await openai.images.generate({ ...body, response_format: 'url' })).data;
  const [{ b64_json: same }] = (await openai.images.generate(body)).data;
  assert.equal(none, undefined);
  assert.deepEqual(Buffer.from(await (await fetch(url)).arrayBuffer()), png(same));
});

test('a stream shows a preview, and then the picture', async () => {
  const events = [];
  for await (const event of await openai.images.generate({ prompt, seed: 7, size: '32x32', stream: true, partial_images: 2 })) {
    events.push(event);
  }
  assert.deepEqual(events.map(({ type }) => type), ['image_generation.partial_image', 'image_generation.completed']);
  assert.equal(events[0].partial_image_index, 0);
  assert.equal(events[1].b64_json, (await openai.images.generate({ prompt, seed: 7, size: '32x32' })).data[0].b64_json);
  assert.equal(events[1].size, '32x32');
  assert.equal(events[1].usage.total_tokens, 0);
});

test('a picture moves towards words', async () => {
  const { data } = await openai.images.edit({ image: [await file()], prompt, n: 2, seed: 3 });
  assert.equal(data.length, 2);
  assert.notEqual(data[0].b64_json, data[1].b64_json);
});

test('an edit shows how far it has come', async () => {
  const types = [];
  for await (const { type } of await openai.images.edit({ image: await file(), prompt, stream: true, partial_images: 2 })) {
    types.push(type);
  }
  assert.deepEqual(types, ['image_edit.partial_image', 'image_edit.partial_image', 'image_edit.completed']);
});

test('a picture is varied', async () => {
  const { data } = await openai.images.createVariation({ image: await file(), n: 2, seed: 3, response_format: 'url' });
  assert.deepEqual(data.map(({ seed }) => seed), [3, 4]);
  assert.match(data[0].url, /^data:image\/png;base64,/);
  assert.notEqual(data[0].url, data[1].url);
});

test('the models are listed', async () => {
  const { data } = await openai.models.list();
  assert.deepEqual(data.map(({ id }) => id), ['fashion', 'peeps', 'peeps-text']);
  assert.deepEqual((await openai.models.retrieve('peeps-text')).sizes, ['16x16', '32x32', '64x64']);
});

test('what is wrong is said in the words of the API', async () => {
  await assert.rejects(openai.images.generate({ prompt, size: '1024x1024' }), (error) => error instanceof OpenAI.BadRequestError
    && error.param === 'size' && error.code === 'invalid_value' && error.type === 'invalid_request_error'
    && error.message === '400 size (1024x1024) must be one of 16x16, 32x32, 64x64, or auto' && error.requestID !== undefined);
  await assert.rejects(openai.images.generate({ prompt, model: 'dall-e-3' }), (error) => error instanceof OpenAI.NotFoundError
    && error.param === 'model' && error.code === 'model_not_found');
  await assert.rejects(openai.models.retrieve('none'), OpenAI.NotFoundError);
  await assert.rejects(openai.images.generate({ prompt, model: 'peeps' }), /understands no words; models that do: peeps-text/);
  await assert.rejects(openai.images.generate({ prompt, n: 11 }), { param: 'n' });
  await assert.rejects(openai.images.edit({ image: await toFile(Buffer.from('no picture'), 'a.png'), prompt }), { param: 'image', status: 400 });
  await assert.rejects(openai.post('/images/none'), OpenAI.NotFoundError);
  const stream = openai.images.generate({ prompt, n: 11, stream: true });
  await assert.rejects(stream, { param: 'n' });
});

test('a busy service is asked again', async () => {
  let asked = 0;
  const gateway = createServer(async (request, response) => {
    const body = await new Response(request).arrayBuffer();
    asked += 1;
    const answer = asked === 1 ? new Response('{"error":{"message":"busy"}}', { status: 503, headers: { 'Retry-After': '0' } })
      : await fetch(address + request.url, { method: request.method, body, headers: { 'Content-Type': request.headers['content-type'] } });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => gateway.listen(0, resolve));
  const patient = new OpenAI({ baseURL: `http://localhost:${gateway.address().port}/v1`, apiKey: 'any', maxRetries: 1 });
  assert.equal((await patient.images.generate({ prompt, n: 1 })).data.length, 1);
  assert.equal(asked, 2);
  gateway.closeAllConnections();
  gateway.close();
});
