// A client of the Eidolon service: an ES module without dependencies, for browsers and for Node 20 or later.
/** @import { components, operations } from './api.js' */

/** @typedef {components['schemas']} Schemas */

/** @typedef {{ signal?: AbortSignal | null }} Options aborting the signal cancels the request, and the work behind it */

/** @typedef {NonNullable<operations['getSample']['parameters']['query']>} SampleQuery */

/** @typedef {NonNullable<operations['interpolate']['parameters']['query']>} SeedWalk */

/** @typedef {{ name: 'progress', data: Schemas['EditProgressAnswer'] } | { name: 'done', data: Schemas['EditAnswer'] }} EditEvent */

/** @typedef {{ name: 'progress', data: Schemas['ProjectionProgressAnswer'] } | { name: 'done', data: Schemas['ProjectionAnswer'] }} ProjectionEvent */

/** @typedef {Partial<Omit<Schemas['ProjectionForm'], 'picture'>>} ProjectionFields */

/** @typedef {{ name: 'progress' | 'done' | 'failed' | 'cancelled', data: Schemas['JobAnswer'] }} JobEvent */

const TYPES = 'urn:eidolon:problem:';

/** The events that end a stream. */
const ENDS = ['done', 'failed', 'cancelled'];

/** What is wrong (RFC 9457). */
export class Problem extends Error {

  /**
   * @param {string} type the last word of the problem's type, or `unreachable`, `timeout` or `ended`
   * @param {string} message @param {Partial<Schemas['ProblemDetail']>} [detail] as the service said it
   */
  constructor(type, message, detail = {}) {
    super(message);
    this.name = 'Problem';
    this.type = type;
    this.status = detail.status ?? 0;
    this.field = detail.field;
    this.value = detail.value;
    this.allowed = detail.allowed;
  }

  /** @param {Partial<Schemas['ProblemDetail']>} detail */
  static of(detail) {
    const { type = '', title, detail: message } = detail;
    return new Problem(type.startsWith(TYPES) ? type.slice(TYPES.length) : 'other',
      message ?? title ?? 'The service did not say what is wrong.', detail);
  }

}

/** Ends a request when its caller does, or when nothing was heard for too long. */
class Silence {

  #controller = new AbortController();

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {number} seconds @param {AbortSignal | null | undefined} given */
  constructor(seconds, given) {
    this.seconds = seconds;
    this.signal = AbortSignal.any([this.#controller.signal, ...(given ? [given] : [])]);
  }

  heard() {
    this.end();
    this.#timer = setTimeout(() => this.#controller.abort(new DOMException('Nothing was heard', 'TimeoutError')), 1000 * this.seconds);
  }

  end() {
    clearTimeout(this.#timer);
  }

}

export class Eidolon {

  #base;

  #attempts;

  #longestWait;

  #silence;

  #key;

  #fetch;

  /**
   * @param {string | URL} base the address of the service, such as https://example.org/eidolon/
   * @param {object} [settings]
   * @param {number} [settings.attempts] how often a busy service is asked in all
   * @param {number} [settings.longestWait] seconds; where Retry-After says more, the request fails at once
   * @param {number} [settings.silence] seconds without a word until the service is given up
   * @param {string} [settings.key] a key or a token, where the service is locked
   * @param {typeof globalThis.fetch} [settings.fetch] what sends requests
   */
  constructor(base, { attempts = 5, longestWait = 10, silence = 60, key, fetch = globalThis.fetch } = {}) {
    this.#base = String(base).replace(/\/*$/, '/');
    this.#attempts = attempts;
    this.#longestWait = longestWait;
    this.#silence = silence;
    this.#key = key;
    this.#fetch = fetch;
  }

  /** @param {Options} [options] @returns {Promise<Schemas['ModelList']>} */
  models(options) {
    return this.#json('models', {}, options);
  }

  /** @param {string} name @param {{ version?: string } & Options} [options] @returns {Promise<Schemas['ModelAnswer']>} */
  model(name, { version, signal } = {}) {
    return this.#json(`models/${encodeURIComponent(name)}${query({ version })}`, {}, { signal });
  }

  /**
   * @param {string} model @param {{ version?: string, vectors?: boolean } & Options} [options]
   * @returns {Promise<Schemas['DirectionList']>}
   */
  directions(model, { version, vectors, signal } = {}) {
    return this.#json(`models/${encodeURIComponent(model)}/directions${query({ version, vectors })}`, {}, { signal });
  }

  /** Pictures with what they were made from. @param {Partial<Schemas['GenerationForm']>} request @param {Options} [options] @returns {Promise<Schemas['GenerationAnswer']>} */
  generate(request, options) {
    return this.#json('generate', posted(request), options);
  }

  /** One picture, or a grid of several, as a file. @param {Partial<Schemas['GenerationForm']>} request @param {{ type?: string } & Options} [options] */
  async picture(request, { type = 'image/png', signal } = {}) {
    return this.#blob('generate', posted(request, type), { signal });
  }

  /** The address of a seed's picture, which caches keep. @param {string} model @param {number} seed @param {{ extension?: 'png' | 'jpg' | 'webp' } & SampleQuery} [settings] */
  sampleAddress(model, seed, { extension = 'png', ...settings } = {}) {
    return `${this.#base}models/${encodeURIComponent(model)}/samples/${seed}.${extension}${query(settings)}`;
  }

  /**
   * The picture of a seed, from its address.
   * @param {string} model @param {number} seed @param {{ extension?: 'png' | 'jpg' | 'webp' } & SampleQuery} [settings] @param {Options} [options]
   */
  async sample(model, seed, settings, { signal } = {}) {
    return this.#ask(this.sampleAddress(model, seed, settings), {}, signal, async (response) =>
      ({ picture: await response.blob(), warning: response.headers.get('Eidolon-Warning') }));
  }

  /** A walk between seeds or between latents, as an animation or another file. @param {SeedWalk | Partial<Schemas['LatentWalkForm']>} walk @param {{ type?: string } & Options} [options] */
  async interpolate(walk, { type = 'image/gif', signal } = {}) {
    return ('latents' in walk) ? this.#blob('interpolate', posted(walk, type), { signal })
      : this.#blob(`interpolate${query(walk)}`, { headers: { Accept: type } }, { signal });
  }

  /** Pictures that fit constraints, as they are found. @param {Partial<Schemas['EditForm']>} request @param {Options} [options] @returns {AsyncGenerator<EditEvent>} */
  edit(request, options) {
    return /** @type {AsyncGenerator<EditEvent>} */ (this.#events('edit', posted(request, 'text/event-stream'), options));
  }

  /** The picture nearest to a given one, as it is found. @param {Blob} picture @param {ProjectionFields} [fields] @param {Options} [options] @returns {AsyncGenerator<ProjectionEvent>} */
  project(picture, fields = {}, options) {
    return /** @type {AsyncGenerator<ProjectionEvent>} */ (this.#events('project',
      { method: 'POST', headers: { Accept: 'text/event-stream' }, body: form([picture], fields) }, options));
  }

  /** A vector for each picture. @param {Blob[]} pictures @param {Partial<Omit<Schemas['FeatureForm'], 'input'>>} [fields] @param {Options} [options] @returns {Promise<Schemas['FeatureAnswer']>} */
  features(pictures, fields = {}, options) {
    return this.#json('features', { method: 'POST', body: form(pictures, fields) }, options);
  }

  /** The classes of pictures. @param {Partial<Schemas['ClassificationForm']>} request @param {Options} [options] @returns {Promise<Schemas['ClassificationAnswer']>} */
  classify(request, options) {
    return this.#json('classify', posted(request), options);
  }

  /** The detectors of anomalies. @param {Options} [options] @returns {Promise<Schemas['DetectorList']>} */
  detectors(options) {
    return this.#json('detectors', {}, options);
  }

  /** What does not belong in a picture. @param {Blob} picture @param {{ detector: string, threshold?: number }} fields @param {Options} [options] @returns {Promise<Schemas['AnomalyAnswer']>} */
  anomalies(picture, fields, options) {
    return this.#json('anomalies', { method: 'POST', body: form([picture], fields) }, options);
  }

  /**
   * Has many pictures generated in the background. The same key with the same request is the same job, so that it may be sent again.
   * @param {Partial<Schemas['JobForm']>} request @param {{ key?: string } & Options} [options] @returns {Promise<Schemas['JobAnswer']>}
   */
  createJob(request, { key, signal } = {}) {
    const { headers, ...rest } = posted(request);
    return this.#json('jobs', { ...rest, headers: { ...headers, ...(key && { 'Idempotency-Key': key }) } }, { signal });
  }

  /** The newest jobs. @param {{ limit?: number } & Options} [options] @returns {Promise<Schemas['JobList']>} */
  jobs({ limit, signal } = {}) {
    return this.#json(`jobs${query({ limit })}`, {}, { signal });
  }

  /** How far a job has come, and what there is of it. @param {string} id @param {Options} [options] @returns {Promise<Schemas['JobAnswer']>} */
  job(id, options) {
    return this.#json(`jobs/${encodeURIComponent(id)}`, {}, options);
  }

  /** How far a job comes, until it is over. @param {string} id @param {Options} [options] @returns {AsyncGenerator<JobEvent>} */
  async* watchJob(id, options) {
    for (;;) {
      try {
        return yield* /** @type {AsyncGenerator<JobEvent>} */ (this.#events(`jobs/${encodeURIComponent(id)}/events`, { headers: { Accept: 'text/event-stream' } }, options));
      } catch (failure) {
        // The service ends each stream after a while.
        if (!(failure instanceof Problem && failure.type === 'ended')) {
          throw failure;
        }
      }
    }
  }

  /** Ends a job, and removes its results. @param {string} id @param {Options} [options] @returns {Promise<void>} */
  cancelJob(id, { signal } = {}) {
    return this.#ask(`${this.#base}jobs/${encodeURIComponent(id)}`, { method: 'DELETE' }, signal, async () => undefined);
  }

  /** The address of a result or a manifest, from where its job says it is. @param {string} href */
  jobFileAddress(href) {
    return this.#base + href.replace(/^\//, '');
  }

  /** @param {string} path @param {RequestInit} request @param {Options} [options] @returns {Promise<any>} */
  #json(path, request, { signal } = {}) {
    return this.#ask(this.#base + path, request, signal, (response) => response.json());
  }

  /** @param {string} path @param {RequestInit} request @param {Options} options @returns {Promise<Blob>} */
  #blob(path, request, { signal }) {
    return this.#ask(this.#base + path, request, signal, (response) => response.blob());
  }

  /**
   * @template T
   * @param {string} address @param {RequestInit} request @param {AbortSignal | null | undefined} signal
   * @param {(response: Response) => Promise<T>} read
   */
  async #ask(address, request, signal, read) {
    const silence = new Silence(this.#silence, signal);
    try {
      return await reached(read(await this.#answer(address, request, signal, silence)), signal);
    } finally {
      silence.end();
    }
  }

  // Asks again, after as long as it is asked to, while the service is busy or the client has asked for too much.
  /** @param {string} address @param {RequestInit} request @param {AbortSignal | null | undefined} signal @param {Silence} silence */
  async #answer(address, request, signal, silence) {
    for (let attempt = 1;; attempt++) {
      silence.heard();
      const response = await reached(this.#send(address, { ...request, signal: silence.signal }), signal);
      if (response.ok) {
        return response;
      }
      const seconds = Number(response.headers.get('Retry-After'));
      if (![429, 503].includes(response.status) || !(seconds > 0 && seconds <= this.#longestWait) || attempt >= this.#attempts) {
        throw Problem.of(await response.json().catch(() => ({ status: response.status, detail: `The service answered ${response.status}.` })));
      }
      silence.end();
      await pause(1000 * seconds, signal);
    }
  }

  /** @param {string} address @param {RequestInit} request */
  #send(address, request) {
    const send = this.#fetch; // browsers call it as a function alone
    return send(address, this.#key ? { ...request, headers: { ...request.headers, Authorization: `Bearer ${this.#key}` } } : request);
  }

  /** @param {string} path @param {RequestInit} request @param {Options} [options] @returns {AsyncGenerator<{ name: string, data: any }>} the last is `done` */
  async* #events(path, request, { signal } = {}) {
    const silence = new Silence(this.#silence, signal);
    try {
      const response = await this.#answer(this.#base + path, request, signal, silence);
      const stream = /** @type {ReadableStream<any>} */ (response.body).pipeThrough(new TextDecoderStream());
      const reader = stream.getReader();
      try {
        yield* this.#read(reader, signal, silence);
      } finally {
        reader.cancel().catch(() => {}); // whoever has heard enough hangs up
      }
    } finally {
      silence.end();
    }
  }

  /** @param {ReadableStreamDefaultReader<string>} reader @param {AbortSignal | null | undefined} signal @param {Silence} silence */
  async* #read(reader, signal, silence) {
    let text = '';
    for (;;) {
      const { value, done } = await reached(reader.read(), signal);
      silence.heard();
      if (done) {
        throw new Problem('ended', 'The answer ended early.');
      }
      const blocks = (text + value).split(/\r?\n\r?\n/);
      text = blocks.pop() ?? '';
      for (const event of blocks.map(parse).filter(({ data }) => data !== undefined)) {
        if (event.name === 'problem') {
          throw Problem.of(event.data);
        }
        yield event;
        if (ENDS.includes(event.name)) {
          return;
        }
      }
    }
  }

}

/**
 * What a stream of events comes to: the data of `done`.
 * @template {{ name: string, data: any }} Event
 * @param {AsyncIterable<Event>} events
 * @returns {Promise<Extract<Event, { name: 'done' }>['data']>}
 */
export async function result(events) {
  for await (const event of events) {
    if (event.name === 'done') {
      return event.data;
    }
  }
  throw new Problem('ended', 'The answer ended early.');
}

/** The address of a picture that came in an answer, for `img.src`. @param {{ mediaType: string, data: string }} picture */
export const pictureAddress = ({ mediaType, data }) => `data:${mediaType};base64,${data}`;

/** @param {object} content @param {string} [accept] @returns {RequestInit} */
const posted = (content, accept = 'application/json') =>
  ({ method: 'POST', headers: { Accept: accept, 'Content-Type': 'application/json' }, body: JSON.stringify(content) });

/** @param {object} fields those that are undefined are left out */
function query(fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return (given.length > 0) ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : '';
}

/** @param {Blob[]} pictures @param {object} fields */
function form(pictures, fields) {
  const form = new FormData();
  pictures.forEach((picture) => form.append('picture', picture, 'picture'));
  Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
    .forEach(([name, value]) => form.append(name, String(value)));
  return form;
}

/** @param {string} block */
function parse(block) {
  const field = (/** @type {string} */ name) => block.split(/\r?\n/)
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = field('data').join('\n');
  return { name: field('event')[0] ?? 'message', data: data ? JSON.parse(data) : undefined };
}

// Whoever hung up hears nothing else; of the rest, the network says nothing that helps.
/** @template T @param {Promise<T>} answer @param {AbortSignal | null | undefined} signal @returns {Promise<T>} */
async function reached(answer, signal) {
  try {
    return await answer;
  } catch (failure) {
    signal?.throwIfAborted();
    throw (/** @type {Error} */ (failure).name === 'TimeoutError') ? new Problem('timeout', 'No answer came in time.')
      : new Problem('unreachable', 'The service cannot be reached.');
  }
}

/** @param {number} milliseconds @param {AbortSignal | null | undefined} signal @returns {Promise<void>} */
const pause = (milliseconds, signal) => new Promise((resolve, reject) => {
  signal?.throwIfAborted();
  const timer = setTimeout(resolve, milliseconds);
  signal?.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(signal.reason);
  }, { once: true });
});
