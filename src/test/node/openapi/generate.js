// Writes the types of the service's OpenAPI document: node generate.js <address of the service> <folder of packages> <file>
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[3], 'generate.js'));
const { default: types, astToString } = await import(require.resolve('openapi-typescript').replace(/\.cjs$/, '.mjs'));

const api = await (await fetch(`${process.argv[2]}/v3/api-docs`)).json();
// What an operator sets is no part of the contract.
Object.values(api.paths).flatMap(Object.values).flatMap(({ parameters = [] }) => parameters)
  .filter(({ name }) => name === 'X-Request-Timeout').forEach(({ schema }) => delete schema.default);

/** The same with its keys in one order, which differs from run to run in the document. */
const sorted = (value) => Array.isArray(value) ? value.map(sorted)
  : (value === null || typeof value !== 'object') ? value
    : Object.fromEntries(Object.keys(value).sort().map((key) => [key, (key === 'type' && Array.isArray(value.type)) ? [...value.type].sort() : sorted(value[key])]));

const written = astToString(await types(sorted(api), { defaultNonNullable: false }));
await writeFile(process.argv[4], `// Generated from the OpenAPI document of the service.\n${written}`);
