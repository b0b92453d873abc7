// Puts the studio together: what is picked, painted or dropped, and what is then shown.
import * as api from './api.js';
import { Candidates } from './candidates.js';
import { Directions } from './directions.js';
import { Gallery, markModel, showModels } from './gallery.js';
import { attempt, say } from './notice.js';
import { Pad } from './pad.js';
import { read, withLatent } from './saved.js';
import { bindShortcuts } from './shortcuts.js';
import { constraints } from './strokes.js';
import { Walk } from './walk.js';

const element = (id) => document.getElementById(id);
const progress = element('progress');
const photo = element('photo');
const morph = element('morph');

let models = [];
let model; // that is chosen
let origin = null; // the picture that Restart goes back to
let start = null; // the picture that is edited; from nothing when there is none
let picks = 0; // how often a sample was picked: what comes late is not shown
let work = new AbortController(); // of the edit or projection that goes on

const pad = new Pad(() => attempt(edit));
const walk = new Walk((address) => pad.show(address));
const candidates = new Candidates((candidate) => reach(candidate));
const directions = new Directions((picture) => walk.at(picture));
const gallery = new Gallery((sample) => attempt(() => pick(sample)), (from, to) => attempt(() => join(from, to)));

async function choose(chosen) {
  stopWork();
  model = chosen;
  markModel(model);
  pad.resize(model);
  begin(null);
  origin = null;
  const first = gallery.show(model);
  await Promise.all([directions.show(model), pick(first)]);
}

/** Edits a picture, or nothing. */
function begin(picture) {
  stopWork();
  start = picture;
  pad.strokes = [];
  candidates.clear();
  photo.hidden = true;
  directions.from(picture);
  if (picture) {
    walk.at(picture);
  } else {
    walk.clear();
  }
  say('');
}

const sampled = async ({ seed, truncation, label }) =>
  (await api.generate({ model: model.name, seed, truncation, label }))[0];

async function pick(sample) {
  if (morph.getAttribute('aria-pressed') === 'true' && start) {
    morph.setAttribute('aria-pressed', false);
    reach(await sampled(sample));
    return;
  }
  gallery.mark(sample.seed);
  const turn = ++picks;
  const picture = await sampled(sample);
  if (turn === picks) {
    begin(origin = picture);
  }
}

async function join(from, to) {
  await pick(from);
  reach(await sampled(to));
  say(`From seed ${from.seed} to seed ${to.seed}`);
}

/** Lays the way from the start to a picture. */
function reach(picture) {
  if (start) {
    walk.between(start, picture);
  } else {
    walk.at(picture);
  }
}

async function edit() {
  stopWork();
  if (pad.strokes.length === 0) {
    candidates.clear();
    if (start) {
      walk.at(start);
    } else {
      walk.clear();
    }
    return;
  }
  const signal = startWork();
  const request = {
    model: model.name,
    constraints: constraints(pad.strokes, model.width, model.height),
    ...(start ? { version: start.version, latent: start.latent } : {}),
    ...(start?.label ? { label: start.label } : {}),
  };
  for await (const { name, data } of api.edit(request, signal)) {
    const found = data.candidates.map((candidate) => ({ model: model.name, version: data.version, ...candidate }));
    const chosen = candidates.show(found);
    if (name === 'done') {
      reach(chosen);
      endWork(signal);
    } else {
      walk.at(chosen);
      progress.value = data.step / data.steps;
    }
  }
}

async function project(file) {
  picks++;
  begin(null);
  origin = null;
  const signal = startWork();
  say('Looking for the photo among the pictures of the model…');
  for await (const { name, data } of api.project(file, { model: model.name }, signal)) {
    if (name === 'done') {
      const found = { model: data.model, version: data.version, latent: data.latent, label: data.label, ...data.picture };
      endWork(signal);
      begin(origin = found);
      photo.hidden = false;
      photo.querySelector('img').src = api.pictureAddress(data.target);
      photo.querySelector('p').textContent = `${data.domain.explanation} (${data.psnr.toFixed(1)} dB)`;
    } else {
      progress.value = data.step / data.steps;
      pad.show(api.pictureAddress(data.picture));
    }
  }
}

/** Brings a saved picture back, or looks for the place of any other. */
async function open(file) {
  const saved = await read(file);
  const drawer = models.find(({ name }) => name === saved?.model);
  if (!drawer) {
    await project(file);
    return;
  }
  if (drawer !== model) {
    await choose(drawer);
  }
  const { seed, truncation, directions: moved, label, latent, version } = saved;
  const source = latent ? { latents: [latent] }
    : { seed: Number(seed.split(' ')[0]), truncation: Number(truncation), directions: moved };
  const [picture] = await api.generate({ model: drawer.name, version, label, ...source });
  begin(origin = picture);
  say(latent ? 'The picture is back' : `The picture of seed ${source.seed} is back`);
}

async function save() {
  const { model: name, version, latent, label } = walk.frame ?? {};
  if (!latent) {
    say('There is no picture to save yet.');
    return;
  }
  const png = await api.generateFile({ model: name, version, latents: [latent], label: label ?? undefined });
  const link = Object.assign(document.createElement('a'),
    { href: URL.createObjectURL(withLatent(png, latent)), download: `${name}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // once it is written
}

function fix() {
  const frame = walk.frame;
  if (frame?.latent) {
    begin(frame);
    say('Going on from here');
  }
}

function restart() {
  begin(origin);
}

function startWork() {
  work = new AbortController();
  progress.value = 0;
  progress.hidden = false;
  return work.signal;
}

function endWork(signal) {
  if (signal === work.signal) {
    progress.hidden = true;
  }
}

// Closing the connection is what ends the work on the other side.
function stopWork() {
  work.abort();
  progress.hidden = true;
}

function acceptFiles() {
  const chooser = element('file');
  element('upload').addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const [file] = chooser.files;
    chooser.value = '';
    if (file) {
      attempt(() => open(file));
    }
  });
  addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      document.body.classList.add('dropping');
    }
  });
  addEventListener('dragleave', () => document.body.classList.remove('dropping'));
  addEventListener('drop', (event) => {
    document.body.classList.remove('dropping');
    const [file] = event.dataTransfer.files;
    if (file) {
      event.preventDefault();
      attempt(() => open(file));
    }
  });
}

function blank() {
  picks++;
  gallery.mark(null);
  origin = null;
  begin(null);
}

const actions = {
  blank,
  play: () => walk.toggle(),
  fix,
  restart,
  save: () => attempt(save),
  morph: () => morph.setAttribute('aria-pressed', morph.getAttribute('aria-pressed') !== 'true'),
};

['blank', 'fix', 'restart', 'save', 'morph'].forEach((name) => element(name).addEventListener('click', actions[name]));
bindShortcuts({ ...actions, upload: () => element('file').click(), edits: () => pad.toggleEdits(), undo: () => pad.undo(),
  brush: (type) => pad.brush = type, widen: (by) => pad.widen(by) });
acceptFiles();

attempt(async () => {
  const answer = await api.models();
  models = answer.models;
  if (models.length === 0) {
    say('No model serves yet: put one into the folder of models.');
    return;
  }
  showModels(models, (chosen) => attempt(() => choose(chosen)));
  await choose(models.find(({ name }) => name === answer.defaultModel) ?? models[0]);
});
