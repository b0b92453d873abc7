// The captions of a cartoon person: eight phrasings, of all that is to be seen and of some of it, as people type.

import { distinct, listed, tidy, withArticle } from './phrases.mjs';

const LONG = ['long', 'long curly', 'shoulder-length', 'bob', 'bun', 'ponytail'];

const EXPRESSION = {
	smiling: ['smiling', 'happy', 'friendly', 'smiling'],
	grinning: ['grinning', 'happy grinning', 'toothy smiling'],
	laughing: ['laughing', 'laughing'],
	serious: ['serious', 'calm', 'serious'],
	angry: ['angry', 'furious', 'angry'],
	sad: ['sad', 'worried', 'unhappy'],
	tired: ['tired', 'sleepy', 'tired'],
	surprised: ['surprised', 'shocked', 'surprised'],
	'in love': ['loving', 'heart-eyed'],
	old: ['old', 'elderly', 'old'],
};

const FACE = {
	smiling: ['with a smile', 'smiling'],
	grinning: ['with a big grin', 'showing teeth'],
	laughing: ['laughing out loud', 'laughing with tears'],
	serious: ['with a serious face', 'not smiling'],
	angry: ['with an angry face', 'looking angry'],
	sad: ['with a sad face', 'looking sad'],
	tired: ['looking tired', 'with sleepy eyes'],
	surprised: ['with wide eyes', 'looking surprised'],
	'in love': ['with heart eyes', 'in love'],
	old: ['with wrinkles', 'with an old face'],
};

const SKIN = { light: ['light', 'fair', 'pale', 'white'], tan: ['tan', 'tanned', 'olive'], brown: ['brown', 'brown'], dark: ['dark', 'dark brown', 'black'] };

const HAIR_COLOUR = { black: ['black', 'dark'], brown: ['brown'], blond: ['blond', 'blonde', 'golden', 'yellow'], red: ['red', 'ginger', 'orange'], gray: ['gray', 'grey'], white: ['white'], pink: ['pink'], blue: ['blue'], green: ['green'], purple: ['purple', 'violet'] };

const SHIRT = ['shirt', 't-shirt', 'shirt', 'top', 'sweater'];

const BACKGROUND = ['background', 'background', 'backdrop'];

/** The hair, in one colour or none: "long blond hair", "a brown bun". */
function hair({ hair: style, hair_color: colour }, random, coloured) {
	const c = coloured && colour !== '' ? random.one(HAIR_COLOUR[colour]) : '';
	switch (style) {
		case 'long': return random.one([`long ${c} hair`, `long ${c} hair`, `long straight ${c} hair`]);
		case 'long curly': return random.one([`long curly ${c} hair`, `big curly ${c} hair`, `long ${c} curls`]);
		case 'shoulder-length': return random.one([`shoulder-length ${c} hair`, `medium ${c} hair`, `${c} hair to the shoulders`]);
		case 'bob': return random.one([withArticle(tidy(`${c} bob`)), `a ${c} bob haircut`, `chin-length ${c} hair`]);
		case 'bun': return random.one([withArticle(tidy(`${c} bun`)), `${c} hair in a bun`, `${c} hair tied up`]);
		case 'ponytail': return random.one([withArticle(tidy(`${c} ponytail`)), `${c} hair in a ponytail`]);
		case 'afro': return random.one([withArticle(tidy(`${c} afro`)), `${c} afro hair`]);
		case 'dreadlocks': return random.one([`${c} dreadlocks`, `messy ${c} hair`]);
		case 'short curly': return random.one([`short curly ${c} hair`, `short ${c} twists`, `short frizzy ${c} hair`]);
		case 'short': return random.one([`short ${c} hair`, `short ${c} hair`, `${c} hair cut short`]);
		case 'flat top': return random.one([withArticle(tidy(`${c} flat top`)), `a ${c} flat top haircut`]);
		case 'quiff': return random.one([withArticle(tidy(`${c} quiff`)), `${c} hair combed back`]);
		case 'mohawk': return random.one([withArticle(tidy(`${c} mohawk`)), `a ${c} punk mohawk`]);
		case 'bald': return random.one(['a bald head', 'no hair']);
		default: return '';
	}
}

function headwear({ headwear: worn, headwear_color: colour }, random) {
	const c = colour !== '' && random.chance(0.7) ? colour : '';
	return { hat: `a ${c} hat`, beanie: random.one(['a beanie', 'a knitted cap']), turban: 'a turban', headscarf: random.one([`a ${c} headscarf`, `a ${c} hijab`]) }[worn] ?? '';
}

function glasses({ glasses: worn }, random) {
	return { glasses: random.one(['glasses', 'glasses', 'eyeglasses', 'spectacles']), sunglasses: random.one(['sunglasses', 'sunglasses', 'dark glasses', 'shades']), 'eye patch': random.one(['an eye patch', 'a pirate eye patch']) }[worn] ?? '';
}

function facialHair({ facial_hair: grown, hair_color: colour }, random, coloured) {
	const c = coloured && random.chance(0.5) ? random.one(HAIR_COLOUR[colour]) : '';
	return { beard: random.one([`a ${c} beard`, `a ${c} beard`, `a full ${c} beard`]), moustache: random.one([`a ${c} moustache`, `a ${c} mustache`]), goatee: `a ${c} goatee` }[grown] ?? '';
}

/** Who it is; long hair is a woman's and a beard a man's in some captions only. */
function noun({ hair: style, facial_hair: grown, headwear: worn, expression }, random) {
	if (grown !== '') {
		return random.one(['man', 'man', 'guy', 'person', 'cartoon man', 'cartoon person']);
	}
	if (LONG.includes(style) || worn === 'headscarf') {
		return random.one(['woman', expression === 'old' ? 'woman' : 'girl', 'person', 'person', 'cartoon woman', 'cartoon person', 'lady']);
	}
	return random.one(['person', 'person', 'person', 'cartoon person', 'cartoon character', 'face']);
}

/** "a happy person with glasses in a red shirt on a blue background", of the parts that are asked for. */
function sentence(person, random, parts) {
	const has = (part) => parts.includes(part);
	const adjectives = [has('expression') && random.chance(0.7) ? random.one(EXPRESSION[person.expression]) : '',
		has('bald') ? 'bald' : '', has('bearded') ? 'bearded' : ''].join(' ');
	const face = has('expression') && tidy(adjectives) === '' ? random.one(FACE[person.expression]) : '';
	const things = random.shuffled([
		has('skin') ? `${random.one(SKIN[person.skin])} skin` : '',
		has('hair') ? hair(person, random, has('hair_color')) : '',
		!has('hair') && has('hair_color') && !['', 'bald'].includes(person.hair) ? `${random.one(HAIR_COLOUR[person.hair_color])} hair` : '',
		has('facial_hair') ? facialHair(person, random, has('hair_color')) : '',
		has('glasses') ? glasses(person, random) : '',
		has('headwear') ? headwear(person, random) : '',
	].filter((thing) => thing !== ''));
	const who = withArticle(tidy(`${adjectives} ${noun(person, random)}`));
	const opening = random.one(['', '', '', '', '', 'a drawing of', 'a cartoon of', 'portrait of', 'picture of']);
	return tidy([opening, who,
		things.length > 0 ? `${random.one(['with', 'with', 'with', 'who has'])} ${listed(things)}` : '',
		face,
		has('shirt') ? `${random.one(['in', 'wearing'])} ${withArticle(`${person.shirt} ${random.one(SHIRT)}`)}` : '',
		has('background') ? random.one([`on ${withArticle(person.background)} ${random.one(BACKGROUND)}`, `in front of ${withArticle(person.background)} background`, `, ${person.background} background`]) : '',
	].join(' '));
}

/** "man, beard, red shirt" */
function tags(person, random, parts) {
	const words = {
		expression: random.one(EXPRESSION[person.expression]),
		skin: `${random.one(SKIN[person.skin])} skin`,
		hair: hair(person, random, true).replace(/^an? +/, ''),
		facial_hair: facialHair(person, random, false).replace(/^an? +/, ''),
		glasses: glasses(person, random).replace(/^an? +/, ''),
		headwear: headwear(person, random).replace(/^an? +/, ''),
		shirt: `${person.shirt} ${random.one(SHIRT)}`,
		background: `${person.background} ${random.one(BACKGROUND)}`,
	};
	return [noun(person, random), ...random.shuffled(parts).map((part) => words[part] ?? '')].filter((word) => word !== '').join(', ');
}

/** Says what there is not. */
function without(person, random) {
	const missing = random.shuffled([
		...(person.glasses === '' ? ['no glasses', 'without glasses'] : []),
		...(person.facial_hair === '' ? ['no beard', 'clean-shaven', 'without a beard'] : []),
		...(person.headwear === '' ? ['no hat', 'without a hat'] : []),
		...(['smiling', 'grinning', 'laughing', 'in love', 'surprised'].includes(person.expression) ? [] : ['not smiling']),
	]);
	const shown = present(person).filter((part) => !['shirt', 'background'].includes(part) || random.chance(0.4));
	return missing.length === 0 ? sentence(person, random, shown)
		: `${sentence(person, random, random.some(shown, 1 + Math.floor(random.number() * 3)))}, ${missing[0]}`;
}

/** The parts of which there is something to say. */
function present(person) {
	return ['expression', 'skin', 'hair', 'hair_color', 'facial_hair', 'glasses', 'headwear', 'shirt', 'background']
		.filter((part) => person[part] !== '' && !(part === 'hair_color' && ['', 'bald'].includes(person.hair) && person.facial_hair === ''));
}

/** Eight captions, as far as there are so many different ones. */
export function captions(person, random) {
	const parts = present(person);
	const some = (from, to) => random.some(parts, from + Math.floor(random.number() * (to - from + 1)));
	// Adjectives for what is short to say
	const adjective = person.hair === 'bald' ? ['bald'] : person.facial_hair === 'beard' ? ['bearded'] : ['expression'];
	const found = distinct([
		sentence(person, random, parts),
		sentence(person, random, parts),
		sentence(person, random, some(3, 5)),
		sentence(person, random, some(2, 4)),
		tags(person, random, some(3, 7)),
		without(person, random),
		sentence(person, random, [...adjective, ...some(1, 2)]),
		sentence(person, random, random.some(parts, 1)),
		...Array.from({ length: 8 }, () => sentence(person, random, some(2, 5))),
	], 8);
	return [...found, ...Array(8 - found.length).fill('')];
}
