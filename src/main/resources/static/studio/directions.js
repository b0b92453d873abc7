// Sliders that move a picture along the directions of its model.
import { directions, generate } from './api.js';
import { complain } from './notice.js';

const panel = document.getElementById('directions');

export class Directions {

  #model = null;

  #base = null;

  #drawing = false;

  #waiting = false;

  /** @param moved is called with the picture that the sliders lead to */
  constructor(moved) {
    this.moved = moved;
    panel.addEventListener('input', () => this.#move());
  }

  async show(model) {
    this.#model = model;
    this.#base = null;
    panel.replaceChildren('…');
    try {
      const answer = await directions(model.name);
      if (model !== this.#model) {
        return; // another was chosen meanwhile
      }
      panel.replaceChildren(...answer.directions.map(slider));
      this.from(this.#base);
    } catch (failure) {
      panel.replaceChildren(failure.message);
    }
  }

  /** Sets out from a picture, or from none. */
  from(picture) {
    this.#base = picture;
    for (const input of panel.querySelectorAll('input')) {
      input.value = 0;
      input.disabled = !picture;
      input.parentElement.querySelector('output').textContent = '0';
    }
  }

  async #move() {
    for (const input of panel.querySelectorAll('input')) {
      input.parentElement.querySelector('output').textContent = Number(input.value).toFixed(1);
    }
    // One request at a time, and the last position is never left out.
    this.#waiting = true;
    if (this.#drawing) {
      return;
    }
    this.#drawing = true;
    while (this.#waiting) {
      this.#waiting = false;
      const base = this.#base;
      try {
        const [picture] = await generate({
          model: base.model,
          version: base.version,
          latents: [base.latent],
          directions: strengths(),
          ...(base.label ? { label: base.label } : {}),
        });
        if (base === this.#base) {
          this.moved(picture);
        }
      } catch (failure) {
        complain(failure);
      }
    }
    this.#drawing = false;
  }

}

const strengths = () => Object.fromEntries([...panel.querySelectorAll('input')]
  .filter((input) => Number(input.value) !== 0)
  .map((input) => [input.name, Number(input.value)]));

function slider({ name, title, minimum, maximum, share }) {
  const label = document.createElement('label');
  const text = Object.assign(document.createElement('span'), { textContent: name });
  label.title = [title, share && `${(100 * share).toFixed(1)} % of the variety`].filter(Boolean).join(', ') || name;
  const input = Object.assign(document.createElement('input'),
    { type: 'range', name, min: minimum, max: maximum, step: 0.1, value: 0, disabled: true });
  label.append(text, input, Object.assign(document.createElement('output'), { textContent: '0' }));
  return label;
}
