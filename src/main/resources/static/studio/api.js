// All that the studio asks of the service: its public API, and nothing else.

/** What the service says is wrong (RFC 9457). */
export class Problem extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'The service did not say what is wrong.');
    this.problem = problem;
  }
}

// Relative to the page, which may stand behind a gateway under any path.
const address = (path) => new URL(path, document.baseURI);

async function ask(path, request = {}) {
  let response;
  try {
    response = await fetch(address(path), request);
  } catch (failure) {
    throw (failure.name === 'AbortError') ? failure : new Problem({ detail: 'The service cannot be reached.' });
  }
  if (!response.ok) {
    throw new Problem(await response.json().catch(() => ({ detail: `The service answered ${response.status}.` })));
  }
  return response;
}

const post = (path, body, { accept = 'application/json', signal } = {}) => ask(path, {
  method: 'POST',
  headers: { Accept: accept, ...(body instanceof FormData ? {} : { 'Content-Type': 'application/json' }) },
  body: body instanceof FormData ? body : JSON.stringify(body),
  signal,
});

export const models = async () => (await ask('models')).json();

export const directions = async (model) => (await ask(`models/${model}/directions`)).json();

export const sampleAddress = (model, seed, query) =>
  address(`models/${model}/samples/${seed}.png?${new URLSearchParams(query)}`).href;

export const previewAddress = (model) => address(`models/${model}/preview.png`).href;

/** Pictures, each with the latent that it is drawn from. */
export async function generate(body, signal) {
  const answer = await (await post('generate', { ...body, withLatents: true }, { signal })).json();
  return answer.pictures.map((picture) => ({ model: answer.model, version: answer.version, ...picture }));
}

/** One picture as a PNG file. */
export const generateFile = async (body) =>
  new Uint8Array(await (await post('generate', body, { accept: 'image/png' })).arrayBuffer());

/** The events of an edit as they come: { name, data }. */
export const edit = (body, signal) => events('edit', body, signal);

/** The events of a projection as they come. */
export function project(file, fields, signal) {
  const form = new FormData();
  form.append('picture', file);
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  return events('project', form, signal);
}

async function* events(path, body, signal) {
  const response = await post(path, body, { accept: 'text/event-stream', signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const blocks = (text + value).split(/\r?\n\r?\n/);
    text = blocks.pop();
    for (const event of blocks.map(parse).filter(({ data }) => data !== undefined)) {
      if (event.name === 'problem') {
        throw new Problem(event.data);
      }
      yield event;
    }
  }
}

function parse(block) {
  const field = (name) => block.split(/\r?\n/)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = field('data').join('\n');
  return { name: field('event')[0] ?? 'message', data: data ? JSON.parse(data) : undefined };
}

/** The address of a picture that came in an answer. */
export const pictureAddress = ({ mediaType, data }) => `data:${mediaType};base64,${data}`;
