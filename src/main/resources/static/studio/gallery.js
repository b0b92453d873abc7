// The models, and samples of the one that is chosen.
import { previewAddress, sampleAddress } from './api.js';

const element = (id) => document.getElementById(id);
const seed = element('seed');
const count = element('count');
const truncation = element('truncation');
const label = element('label');
const gallery = element('gallery');

/** Shows the models; chosen is called with each that is picked. */
export function showModels(models, chosen) {
  element('models').replaceChildren(...models.map((model) => {
    const button = document.createElement('button');
    const preview = Object.assign(new Image(), { src: previewAddress(model.name), alt: '' });
    preview.addEventListener('error', () => preview.remove());
    button.append(preview, model.name);
    button.title = model.title;
    button.dataset.model = model.name;
    button.addEventListener('click', () => chosen(model));
    return button;
  }));
}

export function markModel(model) {
  for (const button of element('models').children) {
    button.setAttribute('aria-pressed', button.dataset.model === model.name);
  }
}

/** Samples of a model as the settings ask for them. */
export class Gallery {

  #model;

  /**
   * @param picked is called with a sample, { seed, truncation, label }
   * @param joined is called with two, when one was dragged onto the other
   */
  constructor(picked, joined) {
    this.picked = picked;
    this.joined = joined;
    [seed, count, truncation, label].forEach((setting) => setting.addEventListener('input', () => this.#draw()));
    element('shuffle').addEventListener('click', () => {
      seed.value = Math.floor(Math.random() * 1_000_000);
      this.#draw();
    });
  }

  /** Shows a model's samples, and returns the first. */
  show(model) {
    this.#model = model;
    element('class-setting').hidden = model.classes.length === 0;
    label.replaceChildren(new Option('all', ''), ...model.classes.map((name) => new Option(name)));
    this.#draw();
    return this.#sample(this.#first);
  }

  get query() {
    return { truncation: truncation.value, ...(label.value ? { label: label.value } : {}) };
  }

  mark(chosen) {
    for (const link of gallery.children) {
      link.setAttribute('aria-current', link.dataset.seed === String(chosen));
    }
  }

  #draw() {
    gallery.replaceChildren(...Array.from({ length: Number(count.value) },
      (_, i) => this.#link(this.#sample(this.#first + i))));
  }

  get #first() {
    return Math.max(0, Math.floor(Number(seed.value) || 0));
  }

  #sample(number) {
    return { seed: number, ...this.query, truncation: Number(truncation.value) };
  }

  // A sample is a link to its picture, which can be copied, opened and bookmarked like any other.
  #link(sample) {
    const link = Object.assign(document.createElement('a'), {
      href: sampleAddress(this.#model.name, sample.seed, this.query),
      title: `seed ${sample.seed}`,
    });
    link.dataset.seed = sample.seed;
    link.append(Object.assign(new Image(), { src: link.href, alt: `seed ${sample.seed}`, loading: 'lazy', draggable: false }));
    link.addEventListener('click', (event) => {
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
        event.preventDefault();
        this.picked(sample);
      }
    });
    link.addEventListener('dragstart', (event) => event.dataTransfer.setData('application/x-sample', JSON.stringify(sample)));
    link.addEventListener('dragover', (event) => {
      if (event.dataTransfer.types.includes('application/x-sample')) {
        event.preventDefault();
        link.classList.add('over');
      }
    });
    link.addEventListener('dragleave', () => link.classList.remove('over'));
    link.addEventListener('drop', (event) => {
      event.preventDefault();
      link.classList.remove('over');
      const from = event.dataTransfer.getData('application/x-sample');
      if (from) {
        this.joined(JSON.parse(from), sample);
      }
    });
    return link;
  }

}
