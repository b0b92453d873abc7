// What the studio says, in every language that it speaks.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { CARDS } from '../../../main/resources/static/studio/cards.js';
import { ACTIONS } from '../../../main/resources/static/studio/actions.js';
import { MESSAGES } from '../../../main/resources/static/studio/messages.js';
import { CLOSENESS } from '../../../main/resources/static/studio/strokes.js';

const STATIC = new URL('../../../main/resources/static/', import.meta.url);

const MODELS = new URL('../../../../models/', import.meta.url);

/** What the card of a shipped model says. @param {string} model */
async function card(model) {
  const { title, description, licence, directions } = JSON.parse(await readFile(new URL(`${model}/model.json`, MODELS), 'utf8'));
  const names = directions.map(({ title }) => title);
  return [title, description, ...names, ...(licence.includes(' only') ? [licence] : [])]; // names of licences stay
}

/** As t() looks for it. @param {string} english */
const pattern = (english) => english.trim().replace(/\s+/g, ' ').replace(/“[^”]*”|\d+(?:[.,]\d+)*/g, '{}');

/** The texts of a page: what stands between tags, and in the attributes that are read. @param {string} name */
async function page(name) {
  const body = (await readFile(new URL(name, STATIC), 'utf8')).split(/<body[^>]*>/)[1];
  const attributes = [...body.matchAll(/ (?:title|placeholder|aria-label|alt)="([^"]+)"/g)].map(([, text]) => text);
  const texts = body.replace(/<[^>]+>/g, '\n\n').split('\n\n');
  return [...attributes, ...texts].map(pattern).filter((text) => /\p{L}/u.test(text));
}

/** The sentences in a module. @param {string} name */
const sentences = async (name) => [...(await readFile(new URL(`studio/${name}`, STATIC), 'utf8')).matchAll(/'([A-Z][^'\n]+ [^'\n]+[.…])'/g)].map(([, text]) => pattern(text));

const missing = (texts, language) => [...new Set(texts)].filter((text) => !(text in MESSAGES[language]));

for (const language of Object.keys(MESSAGES)) {
  test(`cards are there in ${language}`, async () => {
    const said = (await Promise.all((await readdir(MODELS)).map(card))).flat();
    assert.deepEqual(said.filter((text) => !(text in CARDS[language])), []);
    assert.deepEqual(Object.keys(CARDS[language]).filter((text) => !said.includes(text)), []);
  });

  for (const name of ['index.html', 'recognise.html']) {
    test(`${name} is there in ${language}`, async () => assert.deepEqual(missing(await page(name), language), []));
  }

  test(`actions are there in ${language}`, () =>
    assert.deepEqual(missing([...ACTIONS.flatMap(({ name, does }) => [name, does]), ...CLOSENESS.map(({ name }) => name)], language), []));

  test(`sentences are there in ${language}`, async () => {
    const modules = ['actions.js', 'answers.js', 'collection.js', 'effects.js', 'loaded.js', 'main.js', 'photo.js', 'prompts.js', 'recognise/anomalies.js',
      'recognise/main.js', 'recognise/model.js', 'strokes.js', 'words.js'];
    const texts = (await Promise.all(modules.map(sentences))).flat();
    assert.ok(texts.length > 20);
    assert.deepEqual(missing(texts, language), []);
  });

  test(`${language} has the same numbers and quotations in each sentence`, () => {
    const count = (text) => text.split('{}').length;
    assert.deepEqual(Object.entries(MESSAGES[language]).filter(([english, other]) => count(english) !== count(other)), []);
  });
}
