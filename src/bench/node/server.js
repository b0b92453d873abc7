// The peer: POST /generate {"seed": 7} answers a picture as PNG, from the graph as PyTorch exports it.
// Settings come from the environment, so that the benchmark can try several and report the best.
import cluster from 'node:cluster'
import Fastify from 'fastify'
import ort from 'onnxruntime-node'
import sharp from 'sharp'

const port = Number(process.env.PORT ?? 3000)
const processes = Number(process.env.PROCESSES ?? 1)
const threads = Number(process.env.THREADS ?? 0) // within a run; 0 is ONNX Runtime's default, one per core
const png = process.env.PNG === 'fast' ? { compressionLevel: 1, adaptiveFiltering: false } : {}
const dimension = 100

if (cluster.isPrimary && processes > 1) {
  for (let i = 0; i < processes; i++) cluster.fork()
} else {
  await serve()
}

async function serve() {
  if (processes > 1 || threads === 1) sharp.concurrency(1)
  const session = await ort.InferenceSession.create(process.env.MODEL, {
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    ...(threads > 0 && { intraOpNumThreads: threads, interOpNumThreads: 1 })
  })
  const [input] = session.inputNames
  const [output] = session.outputNames

  async function draw(seed) {
    const z = new ort.Tensor('float32', latent(seed), [1, dimension, 1, 1])
    const { dims: [, channels, height, width], data } = (await session.run({ [input]: z }))[output]
    const pixels = interleave(data, channels, width * height)
    return sharp(pixels, { raw: { width, height, channels } }).png(png).toBuffer()
  }

  const app = Fastify({ logger: false })
  const body = {
    type: 'object',
    required: ['seed'],
    properties: { seed: { type: 'integer', minimum: 0 }, model: { type: 'string' } }
  }
  app.post('/generate', { schema: { body } }, async (request, reply) =>
    reply.type('image/png').send(await draw(request.body.seed)))
  app.get('/readyz', () => 'ready')
  await draw(0)
  await app.listen({ port, host: '127.0.0.1' })
}

// (channels, pixels) from -1 to 1 becomes (pixels, channels) from 0 to 255.
function interleave(image, channels, size) {
  const pixels = Buffer.allocUnsafe(size * channels)
  for (let channel = 0; channel < channels; channel++) {
    for (let i = 0, from = channel * size, to = channel; i < size; i++, from++, to += channels) {
      pixels[to] = (image[from] + 1) * 127.5 + 0.5
    }
  }
  return pixels
}

// Normal numbers by Box and Muller from a seeded generator, mulberry32.
function latent(seed) {
  const z = new Float32Array(dimension)
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  for (let i = 0; i < dimension; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const angle = 2 * Math.PI * uniform()
    z[i] = radius * Math.cos(angle)
    z[i + 1] = radius * Math.sin(angle)
  }
  return z
}
