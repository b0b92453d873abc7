// Calls each operation of the service through types that were generated from its OpenAPI document: node calls.js <address>
import createClient from 'openapi-fetch';
import type { operations, paths } from './api.js';

declare const process: { argv: string[], exit(status: number): never };

const client = createClient<paths>({ baseUrl: process.argv[2] });
const model = 'peeps';

/** The data of an answer, which is text where it is a file; a failure ends the program. */
async function data<T>(answer: Promise<{ data?: T, error?: unknown, response: Response }>): Promise<Exclude<T, string>> {
  const { data, error, response } = await answer;
  if (data === undefined) {
    throw new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`);
  }
  return data as Exclude<T, string>;
}

const multipart = (fields: Record<string, string | Blob>) => {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  return form;
};

const { pictures } = await data(client.POST('/generate', { body: { model, count: 2, seed: 7, withLatents: true } }));
const picture = pictures[0]!;
const file = await (await fetch(`data:${picture.mediaType};base64,${picture.data}`)).blob();

const job = await data(client.POST('/jobs', { body: { model, count: 2, seed: 7 }, params: { header: { 'Idempotency-Key': crypto.randomUUID() } } }));
const ofJob = { params: { path: { job: job.id } } };

/** One for each operation: the compiler says which is missing. */
const calls: { [Operation in keyof operations]: () => Promise<boolean> } = {
  generate: async () => picture.seed === 7 && picture.latent!.length > 0,
  generateOne: async () => (await data(client.GET('/generate', { params: { query: { model, seed: 7 } }, parseAs: 'blob' })) as Blob).size > 0,
  interpolate: async () => (await data(client.GET('/interpolate', { params: { query: { model, from: 1, to: 2, steps: 3, format: 'gif' } }, parseAs: 'blob' })) as Blob).type === 'image/gif',
  interpolateLatents: async () => {
    const walk = await data(client.POST('/interpolate', { body: { model, latents: pictures.map(({ latent }) => latent!), steps: 3, format: 'json' } }));
    return walk.frames.length === 3;
  },
  edit: async () => {
    const found = await data(client.POST('/edit', { body: { model, seed: 7, starts: 4, candidates: 1, steps: 4,
      constraints: [{ type: 'colour', box: [0, 0, 8, 8], colour: '#cc2222' }] }, headers: { Accept: 'application/json' } }));
    return 'candidates' in found && found.candidates.length === 1;
  },
  project: async () => {
    const found = await data(client.POST('/project', { body: { model, picture: picture.data, steps: 2 }, headers: { Accept: 'application/json' } }));
    const uploaded = await data(client.POST('/project', { body: { picture: '', model, steps: 2 }, headers: { Accept: 'application/json' },
      bodySerializer: () => multipart({ picture: file, model, steps: '2' }) }));
    return 'latent' in found && 'latent' in uploaded && found.latent.length === uploaded.latent.length;
  },
  describe: async () => (await data(client.POST('/features', { body: { input: [picture.data] } }))).data.length === 1,
  classify: async () => (await data(client.POST('/classify', { body: { model: 'fashion', input: [picture.data] } }))).data.length === 1,
  createProbe: async () => (await data(client.POST('/models/{model}/probes', { params: { path: { model } },
    body: { name: 'typed', examples: pictures.map(({ data }, i) => ({ label: `label ${i}`, picture: data })) } }))).name === 'typed',
  listProbes: async () => (await data(client.GET('/models/{model}/probes', { params: { path: { model } } }))).probes.some(({ name }) => name === 'typed'),
  deleteProbe: async () => (await client.DELETE('/models/{model}/probes/{probe}', { params: { path: { model, probe: 'typed' } } })).response.status === 204,
  listDetectors: async () => Array.isArray((await data(client.GET('/detectors'))).detectors),
  // The service of the tests has no detector
  findAnomalies: async () => (await client.POST('/anomalies', { body: { detector: 'none', picture: picture.data } })).error?.status === 422,
  listModels: async () => (await data(client.GET('/models'))).models.some(({ name }) => name === model),
  getModel: async () => (await data(client.GET('/models/{model}', { params: { path: { model } } }))).name === model,
  getPreview: async () => (await data(client.GET('/models/{model}/preview.png', { params: { path: { model } }, parseAs: 'blob' })) as Blob).size > 0,
  getSample: async () => (await data(client.GET('/models/{model}/samples/{seed}.{extension}',
    { params: { path: { model, seed: 7, extension: 'webp' } }, parseAs: 'blob' })) as Blob).type === 'image/webp',
  createImage: async () => {
    const made = await data(client.POST('/v1/images/generations', { body: { model: 'peeps-text', prompt: 'a bald man', seed: 7, size: '128x128' } }));
    return 'data' in made && made.data[0]!.seed === 7 && made.size === '128x128';
  },
  createImageEdit: async () => {
    const made = await data(client.POST('/v1/images/edits', { body: { image: '', prompt: 'a bald man' }, bodySerializer: () => multipart({ image: file, prompt: 'a bald man' }) }));
    return 'data' in made && made.data.length === 1;
  },
  createImageVariation: async () => (await data(client.POST('/v1/images/variations', { body: { image: '', n: 2 },
    bodySerializer: () => multipart({ image: file, n: '2' }) }))).data.length === 2,
  listOpenAiModels: async () => (await data(client.GET('/v1/models'))).data.some(({ id }) => id === model),
  getOpenAiModel: async () => (await data(client.GET('/v1/models/{model}', { params: { path: { model } } }))).sizes.includes('256x256'),
  oipServer: async () => (await data(client.GET('/v2'))).extensions.includes('binary_tensor_data'),
  oipModel: async () => (await data(client.GET('/v2/models/{model}', { params: { path: { model } } }))).inputs[0]!.name === 'z',
  oipModelReady: async () => (await client.GET('/v2/models/{model}/ready', { params: { path: { model } } })).response.ok,
  oipInfer: async () => {
    const z = picture.latent!;
    const made = await data(client.POST('/v2/models/{model}/infer', { params: { path: { model } },
      body: { inputs: [{ name: 'z', datatype: 'FP32', shape: [1, z.length], data: z }] } }));
    return made.outputs[0]!.shape[3] === 3;
  },
  createJob: async () => job.total === 2,
  listJobs: async () => (await data(client.GET('/jobs', { params: { query: { limit: 100 } } }))).jobs.some(({ id }) => id === job.id),
  watchJob: async () => String((await client.GET('/jobs/{job}/events', { ...ofJob, parseAs: 'text' })).data).includes('event: done'),
  getJob: async () => (await data(client.GET('/jobs/{job}', ofJob))).results!.length === 1,
  getJobResult: async () => (await data(client.GET('/jobs/{job}/results/{file}', { params: { path: { job: job.id, file: 'shard-000000.tar' } }, parseAs: 'blob' })) as Blob).size > 0,
  cancelJob: async () => (await client.DELETE('/jobs/{job}', ofJob)).response.status === 204,
  listDirections: async () => (await data(client.GET('/models/{model}/directions', { params: { path: { model } } }))).directions.length > 0,
};

let failed = false;
for (const [operation, call] of Object.entries(calls)) {
  const right = await call();
  console.log(operation, right ? 'answered' : 'DID NOT ANSWER AS ITS TYPES SAY');
  failed ||= !right;
}

// Problems have types as well.
const { error } = await client.GET('/models/{model}', { params: { path: { model: 'none' } } });
failed ||= error?.field !== 'model' || error.status !== 404;
process.exit(failed ? 1 : 0);
