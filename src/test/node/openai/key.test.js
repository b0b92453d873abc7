// OpenAI's own client against a locked service: node key.test.js <address of the service> <folder of packages> <key> <unknown key> <key of another scope>
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const [,, address, packages, known, unknown, another] = process.argv;
const require = createRequire(path.resolve(packages, 'openai.js'));
const { OpenAI } = require('openai');

const models = (apiKey) => new OpenAI({ baseURL: `${address}/v1`, apiKey, maxRetries: 0 }).models.list();

test('a key opens the service', async () => {
  assert.equal((await models(known)).data.length > 0, true);
});

test('an unknown key is an error of its own, without the key', async () => {
  await assert.rejects(models(unknown), (error) => error instanceof OpenAI.AuthenticationError
    && error.status === 401 && error.code === 'invalid_api_key' && !error.message.includes(unknown));
});

test('so is a key of another scope', async () => {
  await assert.rejects(models(another), OpenAI.PermissionDeniedError);
});
