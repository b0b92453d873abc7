// The pictures that fit the strokes, the best first.
import { pictureAddress } from './api.js';

const strip = document.getElementById('candidates');
const hint = document.getElementById('candidates-hint');

export class Candidates {

  #chosen = 0;

  /** @param chosen is called with the one that is picked */
  constructor(chosen) {
    this.chosen = chosen;
  }

  /** Shows candidates, and returns the one that is chosen: where the last choice was, or the best. */
  show(candidates) {
    hint.hidden = candidates.length > 0;
    while (strip.children.length > candidates.length) {
      strip.lastChild.remove();
    }
    candidates.forEach((candidate, place) => {
      const button = strip.children[place] ?? this.#place(place);
      button.firstChild.src = pictureAddress(candidate);
      button.title = `loss ${candidate.loss.toPrecision(3)}`;
      button.candidate = candidate;
    });
    return this.#mark(Math.min(this.#chosen, candidates.length - 1));
  }

  clear() {
    this.#chosen = 0;
    this.show([]);
  }

  // Buttons stay while their pictures change, and so does the keyboard's focus.
  #place(place) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(Object.assign(new Image(), { alt: `candidate ${place + 1}` }));
    button.addEventListener('click', () => this.chosen(this.#mark(place)));
    strip.append(button);
    return button;
  }

  #mark(place) {
    this.#chosen = Math.max(0, place);
    [...strip.children].forEach((button, i) => button.setAttribute('aria-pressed', i === this.#chosen));
    return strip.children[this.#chosen]?.candidate;
  }

}
