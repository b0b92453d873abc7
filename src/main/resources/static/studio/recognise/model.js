// What a model makes of the picture: the classes that explain it or its nearest picture, and generated pictures like it.
/** @import { Model } from '../types.js' */
import * as api from '../api.js';
import { byId, make } from '../dom.js';
import { ofCard, t } from '../language.js';
import { Inquiry } from './inquiry.js';

/** How many of the nearest pictures are shown. */
const SHOWN = 8;

export function modelPart() {
  const chooser = byId('model', HTMLSelectElement);
  const list = byId('classes', HTMLOListElement);
  const reconstruction = byId('reconstruction', HTMLElement);
  const near = byId('nearest', HTMLElement);
  const explaining = new Inquiry('explained');
  const comparing = new Inquiry('compared');
  /** @type {Model[]} */
  let models = [];
  /** @type {Blob | null} */
  let picture = null;

  function look() {
    const model = models.find(({ name }) => name === chooser.value);
    const given = picture;
    if (!model || !given) {
      return;
    }
    list.hidden = true;
    reconstruction.hidden = true;
    near.replaceChildren();
    explaining.ask('Looking for the nearest picture of the model…', (signal) =>
      (model.classes.length > 0) ? classes(given, model.name, signal) : nearestOf(given, model.name, signal));
    comparing.ask('Comparing with generated pictures…', async (signal) => {
      const pictures = await api.nearest(given, model.name, signal);
      signal.throwIfAborted();
      near.replaceChildren(...pictures.slice(0, SHOWN).map((shown, place) =>
        make('div', {}, make('img', { src: api.pictureAddress(shown), alt: t(`Generated picture ${place + 1}`) }))));
      return '';
    });
  }

  /** @param {Blob} given @param {string} model @param {AbortSignal} signal */
  async function classes(given, model, signal) {
    const { classes, rejected } = await api.classes(given, model, signal);
    signal.throwIfAborted();
    list.replaceChildren(...classes.map(({ label, score, picture: data }) => make('li', {},
      ...(data ? [make('img', { src: api.pictureAddress({ mediaType: 'image/png', data }), alt: '' })] : []),
      make('span', { textContent: rejected ? label : `${label}: ${Math.round(100 * score)} %` }))));
    list.hidden = false;
    return rejected ? 'No class explains this picture. Each comes as near as this.' : `The picture is most likely “${classes[0].label}”.`;
  }

  /** @param {Blob} given @param {string} model @param {AbortSignal} signal */
  async function nearestOf(given, model, signal) {
    for await (const event of api.project(given, { model }, signal)) {
      if (event.name === 'done') {
        byId('reconstructed', HTMLImageElement).src = api.pictureAddress(event.data.picture);
        reconstruction.hidden = false;
      }
    }
    return '';
  }

  chooser.addEventListener('change', look);
  return {
    /** @param {Model[]} offered @param {string | null} chosen */
    offer(offered, chosen) {
      models = offered;
      chooser.replaceChildren(...offered.map(({ name, title }) => make('option', { value: name, textContent: ofCard(title) })));
      chooser.value = chosen ?? offered[0]?.name ?? '';
    },
    /** @param {Blob} given */
    show(given) {
      picture = given;
      look();
    },
  };
}
