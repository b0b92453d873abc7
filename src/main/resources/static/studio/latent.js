// Latents are points of a standard normal distribution: most of it lies near a sphere.

/** @param {number[]} z */
const norm = (z) => Math.hypot(...z);

/**
 * The point at t, 0 to 1, on the great circle between two latents (Shoemake 1985).
 * @param {number[]} from @param {number[]} to @param {number} t
 */
export function slerp(from, to, t) {
  const lengths = [norm(from), norm(to)];
  const cosine = from.reduce((sum, value, i) => sum + value * to[i], 0) / (lengths[0] * lengths[1]);
  const omega = Math.acos(Math.min(1, Math.max(-1, cosine)));
  if (!(omega > 1e-4) || Math.PI - omega < 1e-4) {
    return from.map((value, i) => (1 - t) * value + t * to[i]);
  }
  const length = (1 - t) * lengths[0] + t * lengths[1];
  const [a, b] = [(1 - t) * omega, t * omega].map((angle, i) => length * Math.sin(angle) / Math.sin(omega) / lengths[i]);
  return from.map((value, i) => a * value + b * to[i]);
}

/** @param {number[]} z @param {number[]} vector @param {number} strength */
export const along = (z, vector, strength) => z.map((value, i) => value + strength * (vector[i] ?? 0));

/** So many latents on the way, both ends included. @param {number[]} from @param {number[]} to @param {number} count */
export const path = (from, to, count) => Array.from({ length: count }, (_, i) => slerp(from, to, i / (count - 1)));
