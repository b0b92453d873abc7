// The studio speaks the browser's language where it knows it. Sentences are English everywhere in the code, and become
// others where they are shown.

/** @type {Record<string, string>} */
let messages = {};

/** What the cards of models say. @type {Record<string, string>} */
let cards = {};

/** Sentences that were shown, and have no translation. @type {Set<string>} */
export const missing = new Set();

/** What stands for itself in a sentence: numbers, and what is quoted. */
const VALUES = /“[^”]*”|\d+(?:[.,]\d+)*/g;

const language = globalThis.navigator?.languages?.map((name) => name.slice(0, 2)).find((name) => ['en', 'de'].includes(name)) ?? 'en';
if (language !== 'en') {
  messages = (await import('./messages.js')).MESSAGES[language];
  cards = (await import('./cards.js')).CARDS[language];
}

/** A sentence in the language of the browser. @param {string} english @returns {string} */
export function t(english) {
  if (language === 'en' || english === '') {
    return english;
  }
  const pattern = english.replace(VALUES, '{}');
  const other = messages[english] ?? messages[pattern];
  if (other === undefined) {
    missing.add(pattern);
    return english;
  }
  const values = english.match(VALUES) ?? [];
  return other.replaceAll('{}', () => values.shift() ?? '');
}

/** A number as the browser's language writes it. @param {number} value @param {number} digits after the point */
export const decimal = (value, digits) => value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** What a card says, in the language of the browser where the model is known. @param {string} english @returns {string} */
export const ofCard = (english) => cards[english] ?? english;

/** Puts the page itself into the language of the browser. */
export function translatePage() {
  if (language === 'en') {
    return;
  }
  document.documentElement.lang = language;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim().replace(/\s+/g, ' ');
    if (/\p{L}/u.test(text)) {
      node.nodeValue = (node.nodeValue ?? '').replace(/\S(?:.*\S)?/s, () => t(text));
    }
  }
  for (const name of ['title', 'placeholder', 'aria-label', 'alt']) {
    document.querySelectorAll(`[${name}]:not([${name}=""])`).forEach((element) => element.setAttribute(name, t(element.getAttribute(name) ?? '')));
  }
}
