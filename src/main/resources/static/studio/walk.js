// The way from the start to the result: a slider, and Play.
import { generate, pictureAddress } from './api.js';
import { path } from './latent.js';
import { complain } from './notice.js';

const slider = document.getElementById('walk');
const play = document.getElementById('play');

const FRAMES = 16;
const FRAMES_PER_SECOND = 20;

export class Walk {

  #frames = [];

  #drawing = null;

  #timer = null;

  /** @param shown is called with the frame that is to be shown */
  constructor(shown) {
    this.shown = shown;
    slider.addEventListener('input', () => {
      this.stop();
      this.#show();
    });
    play.addEventListener('click', () => this.toggle());
  }

  /** The picture that is shown: { latent, label, mediaType, data }. */
  get frame() {
    return this.#frames[Math.round(slider.value * (this.#frames.length - 1))];
  }

  /** Shows one picture: there is no way to go. */
  at(picture) {
    this.#set([picture]);
  }

  /** Lays a way between two pictures, and shows its end; what lies between comes in a moment. */
  async between(start, end) {
    this.#set([start, end]);
    slider.value = 1;
    const drawing = this.#drawing = new AbortController();
    try {
      const latents = path(start.latent, end.latent, FRAMES);
      const label = end.label ?? undefined;
      const frames = await generate({ model: end.model, version: end.version, latents, label }, drawing.signal);
      if (drawing === this.#drawing) {
        this.#frames = [start, ...frames.slice(1, -1), end];
      }
    } catch (failure) {
      complain(failure);
    }
  }

  clear() {
    this.#set([]);
  }

  toggle() {
    if (this.#timer) {
      this.stop();
    } else if (this.#frames.length > 1) {
      let way = (slider.value < 1) ? 1 : -1;
      play.textContent = 'Pause';
      this.#timer = setInterval(() => {
        const next = Number(slider.value) + way / (FRAMES - 1);
        way = (next >= 1) ? -1 : (next <= 0) ? 1 : way;
        slider.value = next;
        this.#show();
      }, 1000 / FRAMES_PER_SECOND);
    }
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = null;
    play.textContent = 'Play';
  }

  #set(frames) {
    this.#drawing?.abort();
    this.#drawing = null;
    this.stop();
    this.#frames = frames;
    slider.disabled = play.disabled = frames.length < 2;
    this.#show();
  }

  #show() {
    const frame = this.frame;
    this.shown(frame ? pictureAddress(frame) : null);
  }

}
