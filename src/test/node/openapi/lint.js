// Prints what Redocly's recommended rules find in the OpenAPI document: node lint.js <address of the service> <folder of packages>
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[3], 'lint.js'));
const { createConfig, lintFromString } = require('@redocly/openapi-core');

const source = await (await fetch(`${process.argv[2]}/v3/api-docs`)).text();
const config = await createConfig({
  extends: ['recommended'],
  rules: { 'no-server-example.com': 'off' }, // the document names the address that it was asked for at
});
const problems = await lintFromString({ source, absoluteRef: 'api.json', config });
for (const { ruleId, message, location } of problems) {
  console.log(`${ruleId}: ${message} ${location[0]?.pointer}`);
}
process.exit(problems.length > 0 ? 1 : 0);
