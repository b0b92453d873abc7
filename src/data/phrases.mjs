// What the scripts for captions share: random choices that a seed repeats, and CSV files.

/** Random choices: mulberry32, which is small and good enough to choose words with. */
export class Choices {

	#state;

	constructor(seed) {
		this.#state = seed >>> 0;
	}

	/** A number from 0 to 1. */
	number() {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	chance(probability) {
		return this.number() < probability;
	}

	one(values) {
		return values[Math.floor(this.number() * values.length)];
	}

	/** One of the keys of an object, as often as its value says. */
	weighted(weights) {
		let left = this.number() * Object.values(weights).reduce((a, b) => a + b, 0);
		for (const [key, weight] of Object.entries(weights)) {
			left -= weight;
			if (left < 0) {
				return key;
			}
		}
		return Object.keys(weights)[0];
	}

	shuffled(values) {
		const shuffled = [...values];
		for (let i = shuffled.length - 1; i > 0; i--) {
			const j = Math.floor(this.number() * (i + 1));
			[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
		}
		return shuffled;
	}

	/** So many of them, in their order. */
	some(values, count) {
		const chosen = new Set(this.shuffled([...values.keys()]).slice(0, count));
		return values.filter((_, i) => chosen.has(i));
	}

}

/** "a, b and c" */
export function listed(phrases) {
	return phrases.length < 2 ? phrases.join('') : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;
}

/** The words with "a" or "an" before them. */
export function withArticle(words) {
	return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** The words with single spaces. */
export function tidy(words) {
	return words.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
}

/** The first captions that differ. */
export function distinct(captions, count) {
	return [...new Set(captions.map(tidy))].slice(0, count);
}

export function csv(header, rows) {
	const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
	return [header, ...rows].map((row) => row.map((value) => cell(String(value ?? ''))).join(',') + '\n').join('');
}

/** Reads a CSV file whose cells hold no line breaks, as rows by the names of its columns. */
export function readCsv(text) {
	const [header, ...lines] = text.trim().split(/\r?\n/).map((line) =>
		[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
			quoted !== undefined ? quoted.replaceAll('""', '"') : plain));
	return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}
