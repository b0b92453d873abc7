// What went wrong, in the words of a person.

/** Failures that trying again can mend. */
const PASSING = ['unreachable', 'ended', 'busy', 'timeout', 'model-unavailable', 'no-model', 'unknown-version'];

/** @type {Record<string, string>} */
const WORDS = {
  unreachable: 'The service cannot be reached. Check the connection, then try again.',
  ended: 'The connection broke off before the answer was complete.',
  busy: 'The service is busy. Try again in a moment.',
  timeout: 'The answer took too long. Try again, or ask for less.',
  'no-gradient': 'This model can generate pictures, but strokes and photos do not work with it.',
  'body-too-large': 'This is larger than the service takes.',
  unauthorized: 'This service is locked',
  'no-model': 'No model is served at present.',
  'unknown-model': 'This model is no longer served. Choose another one above.',
  'unknown-version': 'The model has been replaced since. Try again to use the version that is served now: '
    + 'the picture may look different.',
};

/** What there is to say of a photo and the picture that is nearest to it. @type {Record<string, string>} */
export const VERDICTS = {
  inside: 'This is the photo as the model generates it.',
  near: 'The model generates something like the photo: this is as near as it comes.',
  outside: 'The model was not made for such pictures: this is the nearest it can generate.',
};

/** A warning of the service about words that its model has not learned. @param {string} warning */
export function warned(warning) {
  const known = warning.split('; it knows ')[1];
  return known ? `This model has not learned these words, and may not show what they mean. It knows: “${known}”.` : warning;
}

/**
 * @param {unknown} failure
 * @returns {{ message: string, type: string, passing: boolean }} passing when trying again may help
 */
export function inWords(failure) {
  const { type = 'unknown', status = 0, message = '' } = /** @type {Partial<import('./api.js').Problem>} */ (failure ?? {});
  return {
    message: WORDS[type] ?? (message || 'Something went wrong.'),
    type,
    passing: PASSING.includes(type) || status >= 500 || type === 'unknown',
  };
}
