// Open Peeps draws most hair and beards in black, whatever the colour that is asked for. This gives them the colour:
// what is black and thicker than an outline is hair. Its edge stays black.

import { Resvg } from '@resvg/resvg-js';

/** Pixels of the whole picture's side. */
const SIDE = 704;

/** A shape is hair where it reaches farther than this from its edge, in pixels. */
const THICKER_THAN = 13;

/** What stays black at the edge of hair, in pixels. */
const OUTLINE = 6;

const BLACK_COLOUR = '000000';

/** What counts as black, in levels of 255. */
const BLACK = 40;

const layers = new Map();

/** The drawing with the black hair (or hat) of its head in one colour, and its beard in another. */
export function coloured(svg, headColour, beardColour) {
	// The layers follow each other: body, head, face, facial hair, mask, accessories
	return svg.replace(/(<g transform="matrix\(\.99789 0 0 1 156 62\)">)(.*?)(<\/g><g transform="translate\(315 248\)">)/s,
		(_, open, head, next) => `${layer(`${open}${head}</g>`, headColour)}${next.slice('</g>'.length)}`)
		.replace(/(<g transform="translate\(279 400\)">)(.*?)(<\/g><g transform="translate\(179 343\)">)/s,
			(_, open, beard, next) => beard === '' ? `${open}${next}` : `${layer(`${open}${beard}</g>`, beardColour)}${next.slice('</g>'.length)}`);
}

/** A layer with the colour over its hair, which is found once for each layer. */
function layer(drawing, colour) {
	if (colour === BLACK_COLOUR) {
		return drawing;
	}
	// What is not black may have any colour, and the hair is where it is
	const shapes = drawing.replace(/fill="#(?!0{3}(0{3})?")[0-9a-fA-F]+"/g, 'fill="#fff"');
	if (!layers.has(shapes)) {
		layers.set(shapes, hair(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${shapes}</svg>`,
			{ fitTo: { mode: 'width', value: SIDE } }).render().pixels));
	}
	const path = layers.get(shapes);
	return path === '' ? drawing : `${drawing}<path d="${path}" fill="#${colour}"/>`;
}

/** The pixels of hair, as a path of rows. */
function hair(pixels) {
	const inside = distances((i) => pixels[4 * i + 3] > 127 && pixels[4 * i] < BLACK && pixels[4 * i + 1] < BLACK && pixels[4 * i + 2] < BLACK);
	const toThick = distances((i) => inside[i] <= THICKER_THAN);
	let path = '';
	for (let y = 0; y < SIDE; y++) {
		for (let x = 0; x < SIDE; x++) {
			const start = x;
			while (x < SIDE && toThick[y * SIDE + x] <= THICKER_THAN - OUTLINE) {
				x++;
			}
			if (x > start) {
				path += `M${start} ${y}h${x - start}v1h${start - x}z`;
			}
		}
	}
	return path;
}

/** How far each pixel that fulfils a condition is from the next that does not, in two passes (Borgefors 1986). */
function distances(condition) {
	const far = 1e6;
	const found = new Float32Array(SIDE * SIDE);
	for (let i = 0; i < found.length; i++) {
		found[i] = condition(i) ? far : 0;
	}
	const at = (x, y) => (x < 0 || y < 0 || x >= SIDE || y >= SIDE ? far : found[y * SIDE + x]);
	for (let y = 0; y < SIDE; y++) {
		for (let x = 0; x < SIDE; x++) {
			found[y * SIDE + x] = Math.min(at(x, y), at(x - 1, y) + 1, at(x, y - 1) + 1, at(x - 1, y - 1) + 4 / 3, at(x + 1, y - 1) + 4 / 3);
		}
	}
	for (let y = SIDE - 1; y >= 0; y--) {
		for (let x = SIDE - 1; x >= 0; x--) {
			found[y * SIDE + x] = Math.min(at(x, y), at(x + 1, y) + 1, at(x, y + 1) + 1, at(x + 1, y + 1) + 4 / 3, at(x - 1, y + 1) + 4 / 3);
		}
	}
	return found;
}
