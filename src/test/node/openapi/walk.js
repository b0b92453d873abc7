// Calls each operation of the OpenAPI document with its examples, and holds the answers to their schemas.
// node walk.js <address of the service> <folder of packages>
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[3], 'walk.js'));
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

const base = process.argv[2];
const api = await (await fetch(`${base}/v3/api-docs`)).json();
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ $id: 'api', components: api.components });
for (const format of ['int32', 'int64', 'float', 'double', 'byte', 'binary']) {
  ajv.addFormat(format, true);
}

const wrong = [];
const calls = [];
const headers = new Set();
const seen = new Set();

/** A schema of the document, whose references lead into it. */
const compiled = (schema) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')));

const { pictures } = await (await fetch(`${base}/generate`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ model: 'peeps', seed: 7 }) })).json();

/** A copy of a form with one more field. */
function filled(form, name, value) {
  const copy = new FormData();
  [...form, [name, value]].forEach(([field, content]) => copy.append(field, content));
  return copy;
}

/** A job that is done. */
async function job() {
  const { id } = await (await fetch(`${base}/jobs`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model: 'peeps', count: 2 }) })).json();
  await (await fetch(`${base}/jobs/${id}/events`)).text();
  return id;
}

/** What an operation can be asked: for each example of its body, one request. */
async function requests(method, address, operation) {
  const query = new URLSearchParams();
  let target = address;
  for (const { name, in: place, required, example, schema } of operation.parameters ?? []) {
    const value = (name === 'job') ? await job() : example ?? schema?.example;
    if (place === 'path') {
      target = target.replace(`{${name}}`, encodeURIComponent(value));
    } else if (place === 'query' && (required || value !== undefined)) {
      query.set(name, value);
    }
  }
  const url = `${base}${target}${query.size > 0 ? `?${query}` : ''}`;
  const content = operation.requestBody?.content ?? {};
  const all = [];
  if ('multipart/form-data' in content) {
    const { schema } = content['multipart/form-data'];
    const described = schema.$ref ? api.components.schemas[schema.$ref.split('/').pop()] : schema;
    const picture = await (await fetch(`${base}/models/peeps/samples/7.png`)).blob();
    const form = new FormData();
    for (const [name, value] of Object.entries({ picture, image: picture, steps: '2', detector: 'peeps', prompt: 'a bald man' })) {
      if (name in described.properties && !(name === 'prompt' && 'picture' in described.properties)) {
        form.append(name, value, ...(value === picture ? ['picture.png'] : []));
      }
    }
    all.push({ url, options: { method, body: form } });
    const unknown = address.startsWith('/v1/') ? { status: 400 } : await fetch(url, { method, body: filled(form, 'colour', 'red') });
    if (unknown.status !== 400) {
      wrong.push(`${method} ${address} takes a form's field that it does not know: ${unknown.status}`);
    }
  }
  const json = content['application/json'];
  if (json) {
    const bodies = Object.values(json.examples ?? {}).map(({ value }) => value).concat(json.example ?? []);
    for (const body of bodies) {
      const errors = compiled(json.schema);
      if (!errors(body)) {
        wrong.push(`${method} ${address}: its example is not what its schema says: ${ajv.errorsText(errors.errors)}`);
      }
      all.push({ url, options: { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } });
    }
    if (bodies.length === 0) {
      wrong.push(`${method} ${address} has no example`);
    }
  }
  if (!operation.requestBody) {
    all.push({ url, options: { method } });
  }
  return all;
}

for (const [address, operations] of Object.entries(api.paths)) {
  for (const [name, operation] of Object.entries(operations)) {
    const method = name.toUpperCase();
    if (!operation.operationId || !operation.tags?.length || /controller/.test(operation.tags.join())) {
      wrong.push(`${method} ${address} has no name and tag for people`);
    }
    for (const { url, options } of await requests(method, address, operation)) {
      const response = await fetch(url, { ...options, redirect: 'manual', headers: { Accept: 'application/json, */*;q=0.5', ...options.headers } });
      const documented = operation.responses[response.status];
      const type = response.headers.get('Content-Type')?.split(';')[0];
      calls.push(`${method} ${url.slice(base.length)} ${response.status} ${type ?? ''}`);
      if (!documented || response.status >= 400) {
        wrong.push(`${method} ${url}: ${response.status} ${await response.text()}`);
        continue;
      }
      for (const name of Object.keys(documented.headers ?? {})) {
        headers.add(name);
        if (response.headers.has(name)) {
          seen.add(name);
        }
      }
      for (const [name] of response.headers) {
        if (/^(eidolon-|etag|retry-after)/.test(name) && !Object.keys(documented.headers ?? {}).some((one) => one.toLowerCase() === name)) {
          wrong.push(`${method} ${url}: the header ${name} is not documented`);
        }
      }
      const schema = type ? documented.content?.[type]?.schema : null;
      if (schema === undefined) {
        wrong.push(`${method} ${url}: ${type} is not documented for ${response.status}`);
      } else if (type?.endsWith('json')) {
        const check = compiled(schema);
        if (!check(await response.json())) {
          wrong.push(`${method} ${url}: ${ajv.errorsText(check.errors)}`);
        }
      }
    }
  }
}

// Events, as they come while a search goes on.
for (const [address, body] of [['/edit', { model: 'peeps', seed: 7, starts: 4, candidates: 1, steps: 4, constraints: [{ type: 'colour', box: [0, 0, 8, 8], colour: '#cc2222' }] }],
  ['/project', { model: 'peeps', picture: pictures[0].data, steps: 2 }]]) {
  const response = await fetch(`${base}${address}`, { method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' } });
  const check = compiled(api.paths[address].post.responses[200].content['text/event-stream'].schema);
  const events = (await response.text()).split(/\r?\n\r?\n/).map((event) => event.match(/^data: ?(.*)$/m)?.[1]).filter(Boolean);
  if (events.length < 2) {
    wrong.push(`POST ${address} sends ${events.length} events`);
  }
  for (const event of events) {
    if (!check(JSON.parse(event))) {
      wrong.push(`POST ${address}, an event: ${ajv.errorsText(check.errors)} ${event.slice(0, 200)}`);
    }
  }
}

/** Holds defaults and examples to the schemas that they stand in. */
function hold(schema, place) {
  if (schema === null || typeof schema !== 'object') {
    return;
  }
  for (const value of [schema.default, schema.example].filter((value) => value !== undefined && !('in' in schema))) {
    const check = compiled({ ...schema, default: undefined, example: undefined });
    if (!check(value)) {
      wrong.push(`${place}: ${JSON.stringify(value)} ${ajv.errorsText(check.errors)}`);
    }
  }
  Object.entries(schema).forEach(([name, inner]) => hold(inner, `${place}/${name}`));
}
hold(api.components.schemas, 'schemas');
Object.entries(api.paths).forEach(([address, operations]) => Object.values(operations).forEach(({ operationId, parameters = [] }) =>
  parameters.forEach(({ name, schema, example }) => hold({ ...schema, ...(example !== undefined ? { example } : {}) }, `${address} ${operationId} ${name}`))));

// A problem, which any operation may answer with.
const problem = await (await fetch(`${base}/models/none`)).json();
const check = compiled({ $ref: '#/components/schemas/ProblemDetail' });
if (!check(problem) || problem.field !== 'model' || !('allowed' in api.components.schemas.ProblemDetail.properties)) {
  wrong.push(`a problem: ${JSON.stringify(problem)} ${ajv.errorsText(check.errors)}`);
}

const unseen = [...headers].filter((name) => !seen.has(name) && name !== 'Retry-After' && name !== 'Eidolon-Warning');
if (unseen.length > 0) {
  wrong.push(`headers that are documented and were never sent: ${unseen}`);
}

console.log(calls.join('\n'));
console.log(wrong.join('\n'));
process.exit(wrong.length > 0 ? 1 : 0);
