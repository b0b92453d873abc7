// The drawing pad: a picture, strokes over it, and the brush that makes them.
import { paint } from './strokes.js';

const pad = document.getElementById('pad');
const shown = document.getElementById('shown');
const ink = document.getElementById('ink');
const cursor = document.getElementById('cursor');
const empty = document.getElementById('pad-empty');
const colour = document.getElementById('colour');
const width = document.getElementById('width');
const edits = document.getElementById('edits');

/** Pixels of the screen for each of the picture, for strokes without stairs. */
const FINE = 8;

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pad {

  #strokes = [];

  #stroke = null;

  #at = null;

  #size = { width: 64, height: 64 };

  /** @param changed is called when a stroke has been finished or taken back */
  constructor(changed) {
    this.changed = changed;
    pad.addEventListener('pointerdown', (event) => this.#press(event));
    pad.addEventListener('pointermove', (event) => this.#move(event));
    pad.addEventListener('pointerup', () => this.#release());
    pad.addEventListener('pointercancel', () => this.#release());
    pad.addEventListener('keydown', (event) => this.#key(event));
    pad.addEventListener('keyup', (event) => (event.key === 'Shift') && this.#release());
    pad.addEventListener('pointerleave', () => cursor.hidden = true);
    pad.addEventListener('blur', () => this.#release());
    width.addEventListener('input', () => this.#showCursor());
    edits.addEventListener('click', () => this.toggleEdits());
    document.getElementById('undo').addEventListener('click', () => this.undo());
  }

  resize(size) {
    this.#size = { width: size.width, height: size.height };
    this.#at = [size.width / 2, size.height / 2];
    pad.style.aspectRatio = `${size.width} / ${size.height}`;
    ink.width = size.width * FINE;
    ink.height = size.height * FINE;
    this.strokes = [];
    this.show(null);
  }

  get strokes() {
    return this.#strokes;
  }

  set strokes(strokes) {
    this.#strokes = strokes;
    this.#draw();
  }

  /** Shows a picture by its address, or none. */
  show(address) {
    if (address) {
      shown.src = address;
    } else {
      shown.removeAttribute('src');
    }
    empty.hidden = Boolean(address) || this.#strokes.length > 0;
  }

  get brush() {
    return document.querySelector('[name=brush]:checked').value;
  }

  set brush(type) {
    document.querySelector(`[name=brush][value=${type}]`).checked = true;
  }

  widen(by) {
    width.value = Number(width.value) + by;
    this.#showCursor();
  }

  undo() {
    if (this.#strokes.length > 0) {
      this.strokes = this.#strokes.slice(0, -1);
      this.changed();
    }
  }

  toggleEdits() {
    const visible = edits.getAttribute('aria-pressed') !== 'true';
    edits.setAttribute('aria-pressed', visible);
    ink.hidden = !visible;
  }

  #press(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    pad.focus({ focusVisible: false });
    pad.setPointerCapture(event.pointerId);
    this.#at = this.#point(event);
    this.#begin();
  }

  #move(event) {
    this.#at = this.#point(event);
    this.#extend();
    this.#showCursor();
  }

  #release() {
    const finished = this.#stroke;
    this.#stroke = null;
    if (finished && !(finished.type === 'warp' && finished.points.length === 1)) {
      this.strokes = [...this.#strokes, finished];
      this.changed();
    }
  }

  // Without a mouse: arrows move, with Shift they paint, and Enter or letting go of Shift ends the stroke.
  #key(event) {
    const step = ARROWS[event.key];
    if (step) {
      event.preventDefault();
      if (event.shiftKey && !this.#stroke) {
        this.#begin();
      }
      this.#at = this.#at.map((value, axis) =>
        Math.min([this.#size.width, this.#size.height][axis], Math.max(0, value + 2 * step[axis])));
      if (event.shiftKey) {
        this.#extend();
      }
      this.#showCursor();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!this.#stroke) {
        this.#begin();
      }
      this.#release();
    }
  }

  #begin() {
    if (this.brush === 'pick') {
      this.#pick();
      return;
    }
    const fine = this.brush === 'sketch';
    this.#stroke = { type: this.brush, points: [this.#at], width: fine ? 1 : Number(width.value), colour: colour.value };
    empty.hidden = true;
    this.#draw();
  }

  #extend() {
    if (this.#stroke) {
      this.#stroke.points.push(this.#at);
      this.#draw();
    }
  }

  #pick() {
    if (!shown.naturalWidth) {
      return;
    }
    const canvas = Object.assign(document.createElement('canvas'), this.#size);
    const context = canvas.getContext('2d');
    context.drawImage(shown, 0, 0, canvas.width, canvas.height);
    const [x, y] = this.#at.map(Math.floor);
    const pixel = context.getImageData(Math.min(x, canvas.width - 1), Math.min(y, canvas.height - 1), 1, 1).data;
    colour.value = '#' + [...pixel.slice(0, 3)].map((level) => level.toString(16).padStart(2, '0')).join('');
    this.brush = 'colour';
  }

  #point(event) {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * this.#size.width,
      (event.clientY - box.top) / box.height * this.#size.height];
  }

  #showCursor() {
    const diameter = `${100 * ((this.brush === 'sketch') ? 1 : Number(width.value)) / this.#size.width}%`;
    cursor.hidden = false;
    cursor.style.width = diameter;
    cursor.style.aspectRatio = '1';
    cursor.style.left = `${100 * this.#at[0] / this.#size.width}%`;
    cursor.style.top = `${100 * this.#at[1] / this.#size.height}%`;
  }

  #draw() {
    const context = ink.getContext('2d');
    context.resetTransform();
    context.clearRect(0, 0, ink.width, ink.height);
    context.scale(FINE, FINE);
    paint(context, this.#stroke ? [...this.#strokes, this.#stroke] : this.#strokes);
  }

}
