// Makes cartoon people with captions from Open Peeps (Pablo Stanley, CC0 1.0):
//
//     npm install && node peeps.mjs 20000 64 peeps && jar --create --no-manifest --file peeps.zip -C peeps .
//
// Arguments: how many, the side in pixels, and the folder to write to, which gets NNNNN.png and captions.csv.
// A person is drawn from the number alone, so that another size shows the same people. Pictures that are there are kept,
// so that what was broken off goes on.

import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { Resvg } from '@resvg/resvg-js';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Choices, csv } from './phrases.mjs';
import { captions } from './peeps-captions.mjs';
import { coloured } from './peeps-hair.mjs';

const [count, side, folder] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];

const SKIN = { light: ['ffdbb4', 'ffe0bd', 'fbd2a8'], tan: ['e3ab74', 'dca06a'], brown: ['b06a3b', 'a8622f'], dark: ['6b4632', '5b3a29'] };

const HAIR_COLOUR = { black: ['000000'], brown: ['6b4226', '7a4a2a'], blond: ['f2cf63', 'ecc257'], red: ['c8461c', 'b9401a'], gray: ['9a9a9a', 'a9a9a9'], white: ['f4f4f2'], pink: ['f78fb3'], blue: ['3f7fd6'], green: ['49a85b'], purple: ['8e58c7'] };
const HAIR_COLOUR_WEIGHTS = { black: 24, brown: 20, blond: 18, red: 13, gray: 7, white: 5, pink: 5, blue: 4, green: 2, purple: 2 };

// The heads by what their hair is in plain words; hats hide it
const HAIR = {
	long: ['long', 'longBangs', 'mediumStraight'],
	'long curly': ['longCurly'],
	'shoulder-length': ['medium2', 'medium3', 'mediumBangs', 'mediumBangs3', 'bangs', 'grayMedium'],
	bob: ['bangs2', 'medium1'],
	bun: ['grayBun', 'bun', 'bun2'],
	ponytail: ['cornrows'],
	afro: ['afro'],
	dreadlocks: ['dreads1', 'dreads2'],
	'short curly': ['twists', 'twists2'],
	short: ['short1', 'short2', 'short3', 'short4', 'short5', 'grayShort', 'shaved1', 'shaved2'],
	'flat top': ['flatTop', 'flatTopLong'],
	quiff: ['pomp'],
	mohawk: ['mohawk', 'mohawk2'],
	bald: ['noHair1', 'noHair2'],
	'': [],
};
const HAIR_WEIGHTS = { long: 14, 'long curly': 5, 'shoulder-length': 13, bob: 7, bun: 10, ponytail: 7, afro: 7, dreadlocks: 6, 'short curly': 6, short: 22, 'flat top': 4, quiff: 4, mohawk: 5, bald: 8, '': 14 };

const HEADWEAR = { hat: 'hatHip', beanie: 'hatBeanie', turban: 'turban', headscarf: 'hijab' };
const HEADWEAR_WEIGHTS = { hat: 5, beanie: 5, turban: 2, headscarf: 3 };

const WITHOUT_BEARD = ['long', 'long curly', 'shoulder-length', 'bob', 'bun', 'ponytail'];

const EXPRESSION = {
	smiling: ['smile', 'calm', 'cute'],
	grinning: ['smileBig', 'smileTeethGap'],
	laughing: ['smileLOL'],
	serious: ['serious', 'blank'],
	angry: ['veryAngry', 'angryWithFang', 'rage'],
	sad: ['solemn', 'concerned'],
	tired: ['tired', 'eyesClosed'],
	surprised: ['awe', 'hectic'],
	'in love': ['lovingGrin1', 'lovingGrin2'],
	old: ['old'],
};
const EXPRESSION_WEIGHTS = { smiling: 30, grinning: 12, laughing: 6, serious: 15, angry: 11, sad: 9, tired: 7, surprised: 6, 'in love': 5, old: 4 };

// Behind dark glasses the mouth has to say it
const WITHOUT_EYES = ['smile', 'calm', 'cute', 'smileBig', 'smileTeethGap', 'serious', 'veryAngry', 'solemn'];

const GLASSES = { glasses: ['glasses', 'glasses2', 'glasses3', 'glasses4', 'glasses5'], sunglasses: ['sunglasses', 'sunglasses2'], 'eye patch': ['eyepatch'] };
const GLASSES_WEIGHTS = { '': 62, glasses: 25, sunglasses: 11, 'eye patch': 2 };

const FACIAL_HAIR = { beard: ['full', 'full2', 'full3', 'full4'], moustache: ['moustache2', 'moustache5', 'moustache6', 'moustache7', 'moustache9'], goatee: ['goatee1', 'goatee2'] };
const FACIAL_HAIR_WEIGHTS = { '': 58, beard: 23, moustache: 13, goatee: 6 };

// Hue from and to in degrees, saturation and value from and to
const COLOUR = {
	red: [[352, 366], [0.7, 0.9], [0.8, 0.95]],
	orange: [[22, 34], [0.7, 0.9], [0.93, 1]],
	yellow: [[48, 57], [0.55, 0.85], [0.95, 1]],
	green: [[100, 145], [0.4, 0.75], [0.55, 0.85]],
	teal: [[174, 186], [0.5, 0.8], [0.55, 0.8]],
	blue: [[208, 228], [0.55, 0.8], [0.7, 0.95]],
	'light blue': [[195, 212], [0.18, 0.35], [0.92, 1]],
	purple: [[265, 285], [0.4, 0.65], [0.6, 0.85]],
	pink: [[325, 345], [0.25, 0.5], [0.93, 1]],
	white: [[0, 0], [0, 0], [0.98, 1]],
	gray: [[0, 0], [0, 0], [0.55, 0.75]],
	brown: [[20, 30], [0.5, 0.65], [0.4, 0.55]],
};
const HATS = ['black', 'black', 'red', 'blue', 'green', 'purple', 'pink', 'brown', 'gray'];
const SHIRTS = Object.keys(COLOUR).filter((name) => name !== 'light blue');
const SHIRT_COLOUR = { ...COLOUR, black: [[0, 0], [0, 0], [0.12, 0.2]] };
const BLACK_SHIRT = 0.06;

function shade(random, [hues, saturations, values]) {
	const between = ([from, to]) => from + random.number() * (to - from);
	const [h, s, v] = [between(hues), between(saturations), between(values)];
	return [5, 3, 1].map((n) => {
		const k = (n + h / 60) % 6;
		return Math.round(255 * (v - v * s * Math.max(0, Math.min(k, 4 - k, 1)))).toString(16).padStart(2, '0');
	}).join('');
}

function person(number) {
	const random = new Choices(number * 2654435761);
	const style = random.weighted(HAIR_WEIGHTS);
	const headwear = style === '' ? random.weighted(HEADWEAR_WEIGHTS) : '';
	// A beanie leaves some of it to be seen
	const hair = headwear === 'beanie' ? 'short' : style;
	const skin = random.one(Object.keys(SKIN));
	const bearded = !WITHOUT_BEARD.includes(hair) && headwear !== 'headscarf';
	const facialHair = bearded ? random.weighted(FACIAL_HAIR_WEIGHTS) : '';
	// What can be seen of it
	const hairColour = ['', 'bald'].includes(hair) && facialHair === '' ? '' : random.weighted(HAIR_COLOUR_WEIGHTS);
	const hatColour = ['hat', 'headscarf'].includes(headwear) ? random.one(HATS) : '';
	const glasses = random.weighted(GLASSES_WEIGHTS);
	let expression = random.weighted(EXPRESSION_WEIGHTS);
	let face = random.one(EXPRESSION[expression]);
	if (glasses !== '' && glasses !== 'glasses' && !WITHOUT_EYES.includes(face)) {
		[expression, face] = ['smiling', 'smile'];
	}
	const shirt = random.chance(BLACK_SHIRT) ? 'black' : random.one(SHIRTS);
	const background = random.one(Object.keys(COLOUR));
	const colour = hairColour === '' ? '000000' : random.one(HAIR_COLOUR[hairColour]);
	const headColour = hair === 'bald' || hatColour === 'black' ? '000000' : hatColour === '' ? colour : shade(random, COLOUR[hatColour]);
	const facialHairStyle = facialHair === '' ? undefined : random.one(FACIAL_HAIR[facialHair]);
	const options = {
		head: [headwear !== '' ? HEADWEAR[headwear] : random.one(HAIR[hair])],
		face: [face],
		skinColor: [random.one(SKIN[skin])],
		headContrastColor: [colour],
		clothingColor: [shade(random, SHIRT_COLOUR[shirt])],
		facialHair: [facialHairStyle],
		facialHairProbability: facialHair === '' ? 0 : 100,
		accessories: glasses === '' ? [] : [random.one(GLASSES[glasses])],
		accessoriesProbability: glasses === '' ? 0 : 100,
		maskProbability: 0,
	};
	const attributes = { hair, hair_color: hairColour, headwear, headwear_color: hatColour, skin, glasses, facial_hair: facialHair, expression, shirt, background };
	return { options, attributes, headColour, beardColour: colour, backgroundColour: shade(random, COLOUR[background]), random };
}

function picture({ options, headColour, beardColour, backgroundColour }) {
	const svg = coloured(createAvatar(openPeeps, { ...options, seed: 'eidolon' }).toString(), headColour, beardColour);
	return new Resvg(svg, { background: `#${backgroundColour}`, fitTo: { mode: 'width', value: side } }).render().asPng();
}

mkdirSync(folder, { recursive: true });
const rows = [];
let names = [];
for (let number = 0; number < count; number++) {
	const drawn = person(number);
	const file = `${String(number).padStart(5, '0')}.png`;
	if (!existsSync(`${folder}/${file}`)) {
		writeFileSync(`${folder}/${file}`, picture(drawn));
	}
	names = Object.keys(drawn.attributes);
	rows.push([file, ...captions(drawn.attributes, drawn.random), ...Object.values(drawn.attributes)]);
}
const columns = Array.from({ length: 8 }, (_, i) => `caption${i + 1}`);
writeFileSync(`${folder}/captions.csv`, csv(['file', ...columns, ...names], rows));
