// Writes captions for faces from their attributes, eight phrasings each:
//
//     node faces.mjs attributes.csv captions.csv
//
// The attributes are those of DCGM/ffhq-features-dataset (CC BY-NC-SA 4.0), one row for each picture: file, gender, age,
// hair, glasses, facial_hair, headwear, expression and makeup. The pose is left out: pictures may be mirrored.

import { readFileSync, writeFileSync } from 'node:fs';
import { Choices, csv, distinct, listed, readCsv, tidy, withArticle } from './phrases.mjs';

const COUNT = 8;

const ATTRIBUTES = ['gender', 'age', 'hair', 'glasses', 'facial_hair', 'headwear', 'expression', 'makeup'];

/** Who it is by age and gender, with the age in the word or before it. */
function noun({ gender, age }, random) {
	const female = gender === 'female';
	switch (age) {
		case 'baby': return random.one(['baby', 'baby', 'infant', 'toddler']);
		case 'child': return random.one(female ? ['girl', 'little girl', 'child', 'young girl', 'kid'] : ['boy', 'little boy', 'child', 'young boy', 'kid']);
		case 'teenager': return random.one(female ? ['teenage girl', 'teenager', 'girl'] : ['teenage boy', 'teenager', 'boy']);
		case 'young': return random.one(female ? ['young woman', 'young woman', 'woman', 'young lady', 'young female'] : ['young man', 'young man', 'man', 'young guy', 'young male']);
		case 'middle-aged': return random.one(female ? ['middle-aged woman', 'woman', 'woman in her forties', 'mature woman'] : ['middle-aged man', 'man', 'man in his forties', 'mature man']);
		default: return random.one(female ? ['old woman', 'elderly woman', 'old lady', 'senior woman'] : ['old man', 'elderly man', 'old man', 'senior man']);
	}
}

/** Who it is, with as little as can be said. */
function plainNoun({ gender, age }, random) {
	if (age === 'baby') {
		return 'baby';
	}
	const female = gender === 'female';
	return age === 'child' ? (female ? 'girl' : 'boy') : random.one(female ? ['woman', 'woman', 'lady', 'female face'] : ['man', 'man', 'guy', 'male face']);
}

const EXPRESSION = { smiling: ['smiling', 'smiling', 'happy', 'cheerful'], serious: ['serious', 'serious', 'calm', 'unsmiling'] };

const FACE = { smiling: ['smiling', 'with a smile', 'with a happy face', 'showing a smile'], serious: ['not smiling', 'with a serious face', 'with a neutral expression', 'with a closed mouth'] };

function hair({ hair: colour }, random) {
	switch (colour) {
		case '': return '';
		case 'bald': return random.one(['a bald head', 'no hair']);
		case 'blond': return `${random.one(['blond', 'blonde', 'golden', 'light', 'fair'])} hair`;
		case 'brown': return `${random.one(['brown', 'brown', 'brown', 'brunette'])} hair`;
		case 'black': return `${random.one(['black', 'black', 'dark'])} hair`;
		case 'gray': return `${random.one(['gray', 'grey', 'white', 'silver'])} hair`;
		case 'red': return `${random.one(['red', 'ginger', 'auburn'])} hair`;
		default: return random.one(['dyed hair', 'colorful hair']);
	}
}

const GLASSES = { glasses: ['glasses', 'glasses', 'eyeglasses', 'spectacles'], sunglasses: ['sunglasses', 'sunglasses', 'dark glasses', 'shades'], goggles: ['goggles'] };

const FACIAL_HAIR = { beard: ['a beard', 'a beard', 'a full beard'], stubble: ['stubble', 'a short beard', 'a stubbly beard'], moustache: ['a moustache', 'a mustache'] };

const HEADWEAR = { headwear: ['a hat', 'a cap', 'something on the head'] };

const MAKEUP = { makeup: ['lipstick', 'makeup', 'make-up', 'red lips'] };

const word = (words, value, random) => (words[value] ? random.one(words[value]) : '');

/** The parts of which there is something to say. */
function present(face) {
	return ['expression', 'hair', 'glasses', 'facial_hair', 'headwear', 'makeup'].filter((part) => face[part] !== '');
}

/** "a smiling young woman with blond hair and glasses", of the parts that are asked for. */
function sentence(face, random, parts, aged = true) {
	const has = (part) => parts.includes(part);
	const bald = has('hair') && face.hair === 'bald' && random.chance(0.6);
	const bearded = has('facial_hair') && face.facial_hair === 'beard' && random.chance(0.4);
	const smiling = has('expression') && random.chance(0.65);
	const adjectives = [smiling ? word(EXPRESSION, face.expression, random) : '', bald ? 'bald' : '', bearded ? 'bearded' : ''].join(' ');
	const things = random.shuffled([
		has('hair') && !bald ? hair(face, random) : '',
		has('glasses') ? word(GLASSES, face.glasses, random) : '',
		has('facial_hair') && !bearded ? word(FACIAL_HAIR, face.facial_hair, random) : '',
		has('makeup') ? word(MAKEUP, face.makeup, random) : '',
		has('headwear') ? word(HEADWEAR, face.headwear, random) : '',
	].filter((thing) => thing !== ''));
	const who = withArticle(tidy(`${adjectives} ${aged ? noun(face, random) : plainNoun(face, random)}`));
	const opening = who.endsWith('face') ? '' : random.one(['', '', '', '', '', '', 'a photo of', 'portrait of', 'the face of', 'picture of']);
	return tidy([opening, who, things.length > 0 ? `${random.one(['with', 'with', 'with', 'who has'])} ${listed(things)}` : '',
		has('expression') && !smiling ? `${random.one(['', ','])} ${word(FACE, face.expression, random)}` : ''].join(' '));
}

/** "man, beard, eyeglasses, serious" */
function tags(face, random) {
	const age = { baby: [], child: ['child'], teenager: ['teenager'], young: ['young'], 'middle-aged': ['middle-aged'], old: ['old', 'elderly'] }[face.age];
	const words = [word(EXPRESSION, face.expression, random), hair(face, random).replace(/^an? /, ''), word(GLASSES, face.glasses, random),
		word(FACIAL_HAIR, face.facial_hair, random).replace(/^an? /, ''), word(MAKEUP, face.makeup, random), word(HEADWEAR, face.headwear, random).replace(/^an? /, ''),
		age.length > 0 && random.chance(0.6) ? random.one(age) : ''].filter((said) => said !== '');
	return [plainNoun(face, random), ...random.some(random.shuffled(words), 2 + Math.floor(random.number() * 4))].join(', ');
}

/** Says what there is not. */
function without(face, random) {
	const missing = [
		...(face.glasses === '' ? ['no glasses', 'without glasses', 'not wearing glasses'] : []),
		...(face.facial_hair === '' && face.gender === 'male' && !['baby', 'child'].includes(face.age) ? ['clean-shaven', 'no beard', 'without a beard', 'clean-shaven'] : []),
		...(face.headwear === '' ? ['no hat', 'bareheaded'] : []),
		...(face.makeup === '' && face.gender === 'female' && !['baby', 'child'].includes(face.age) ? ['no makeup', 'without makeup'] : []),
	];
	const parts = present(face);
	const said = sentence(face, random, random.some(parts, 1 + Math.floor(random.number() * 2)), random.chance(0.6));
	if (face.expression === 'serious' && !/smil/.test(said)) {
		missing.push('not smiling', 'no smile');
	}
	return missing.length === 0 ? sentence(face, random, parts) : `${said}, ${random.one(missing)}`;
}

function captions(face, random) {
	const parts = present(face);
	const some = (from, to) => random.some(parts, from + Math.floor(random.number() * (to - from + 1)));
	const found = distinct([
		sentence(face, random, parts),
		sentence(face, random, parts),
		sentence(face, random, some(2, 3)),
		tags(face, random),
		tags(face, random),
		without(face, random),
		without(face, random),
		sentence(face, random, some(1, 2), random.chance(0.5)),
		...Array.from({ length: COUNT }, () => sentence(face, random, some(1, 3))),
	], COUNT);
	return [...found, ...Array(COUNT - found.length).fill('')];
}

// The attributes were made by a machine, which sees lips painted where there is a beard beside them
const faces = readCsv(readFileSync(process.argv[2], 'utf8')).map((face) => (face.gender === 'male' ? { ...face, makeup: '' } : face));
const columns = Array.from({ length: COUNT }, (_, i) => `caption${i + 1}`);
writeFileSync(process.argv[3], csv(['file', ...columns, ...ATTRIBUTES], faces.map((face, i) =>
	[face.file, ...captions(face, new Choices((i + 1) * 2654435761)), ...ATTRIBUTES.map((name) => face[name])])));
