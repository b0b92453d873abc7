// What does not belong in the picture: a verdict, and a heat map over the picture.
import * as api from '../api.js';
import { byId, make } from '../dom.js';
import { Inquiry } from './inquiry.js';

/** @param {number} value */
const short = (value) => value.toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 3 });

export function anomaliesPart() {
  const chooser = byId('detector', HTMLSelectElement);
  const threshold = byId('threshold', HTMLInputElement);
  const opacity = byId('opacity', HTMLInputElement);
  const heat = byId('heat', HTMLImageElement);
  const made = byId('made', HTMLElement);
  const inquiry = new Inquiry('verdict');
  /** @type {{ name: string, threshold: number }[]} */
  let detectors = [];
  /** @type {Blob | null} */
  let picture = null;

  function look() {
    const detector = detectors.find(({ name }) => name === chooser.value);
    const shown = picture;
    if (!detector || !shown) {
      return;
    }
    inquiry.ask('Looking for what does not belong…', async (signal) => {
      const found = await api.anomalies(shown, detector.name, detector.threshold * Number(threshold.value) / 100, signal);
      signal.throwIfAborted();
      heat.src = api.pictureAddress({ mediaType: 'image/png', data: found.heatMap });
      heat.hidden = false;
      made.hidden = !found.reconstruction;
      if (found.reconstruction) {
        byId('made-picture', HTMLImageElement).src = api.pictureAddress({ mediaType: 'image/png', data: found.reconstruction });
      }
      const numbers = `score ${short(found.score)}, threshold ${short(found.threshold)}`;
      return found.anomalous ? `Something does not belong here: ${numbers}.` : `This looks as it should: ${numbers}.`;
    });
  }

  function fade() {
    heat.style.opacity = String(Number(opacity.value) / 100);
    byId('opacity-value', HTMLOutputElement).value = `${opacity.value} %`;
    byId('threshold-value', HTMLOutputElement).value = `${threshold.value} %`;
  }

  [opacity, threshold].forEach((slider) => slider.addEventListener('input', fade));
  [chooser, threshold].forEach((control) => control.addEventListener('change', look));
  fade();
  return {
    /** @param {{ name: string, threshold: number }[]} offered */
    offer(offered) {
      detectors = offered;
      chooser.replaceChildren(...offered.map(({ name }) => make('option', { value: name, textContent: name })));
    },
    /** @param {Blob} given */
    show(given) {
      picture = given;
      heat.hidden = true;
      made.hidden = true;
      byId('detecting', HTMLElement).hidden = detectors.length === 0;
      look();
    },
  };
}
