// The enlarged picture, over the one on the pad.
/** @import { State } from '../types.js' */
import { byId } from '../dom.js';
import { address } from '../upscaled.js';

export function upscaledView() {
  const image = Object.assign(new Image(), { id: 'upscaled', alt: '' });
  byId('shown', HTMLImageElement).after(image);

  return (/** @type {State} */ state) => {
    const now = address(state);
    if (now === null) {
      image.removeAttribute('src');
    } else if (now !== image.getAttribute('src')) {
      image.src = now;
    }
  };
}
