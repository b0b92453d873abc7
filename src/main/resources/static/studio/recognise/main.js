// Puts the page together that recognises: a picture goes to each of its parts.
import * as api from '../api.js';
import { translatePage } from '../language.js';
import { anomaliesPart } from './anomalies.js';
import { Inquiry } from './inquiry.js';
import { modelPart } from './model.js';
import { bindPicture } from './picture.js';

translatePage();
const anomalies = anomaliesPart();
const model = modelPart();

new Inquiry('verdict').ask('', async () => {
  const [detectors, { models, defaultModel }] = await Promise.all([api.detectors(), api.models()]);
  anomalies.offer(detectors);
  model.offer(models, defaultModel);
  bindPicture((picture) => {
    anomalies.show(picture);
    model.show(picture);
  }, detectors.some(({ name }) => name === 'peeps'));
  return (detectors.length > 0) ? '' : 'There is no detector yet: train one from good pictures, as docs/recognition.md says.';
});
