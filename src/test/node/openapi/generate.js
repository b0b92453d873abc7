// Writes the types of the service's OpenAPI document: node generate.js <address of the service> <folder of packages> <file>
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[3], 'generate.js'));
const { default: types, astToString } = await import(require.resolve('openapi-typescript').replace(/\.cjs$/, '.mjs'));

await writeFile(process.argv[4], astToString(await types(new URL(`${process.argv[2]}/v3/api-docs`), { defaultNonNullable: false })));
