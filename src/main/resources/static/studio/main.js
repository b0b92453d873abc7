// Puts the studio together: the state, what the service is asked for, and the views.
import { bindAddress, opened } from './address.js';
import * as api from './api.js';
import { Effects } from './effects.js';
import { bindFiles } from './files.js';
import { Journal } from './journal.js';
import { translatePage } from './language.js';
import { failedAside, restored, withModels } from './loaded.js';
import { bindRequests } from './requests.js';
import * as session from './session.js';
import { Store } from './store.js';
import { buttonsView } from './views/buttons.js';
import { besideView } from './views/beside.js';
import { candidatesView } from './views/candidates.js';
import { directionsView } from './views/directions.js';
import { favouritesView } from './views/favourites.js';
import { historyView } from './views/history.js';
import { keysView } from './views/keys.js';
import { mixView } from './views/mix.js';
import { modelsView } from './views/models.js';
import { outcomeView } from './views/outcome.js';
import { padView } from './views/pad.js';
import { promptView } from './views/prompt.js';
import { samplesView } from './views/samples.js';
import { saveView } from './views/save.js';
import { stepsView } from './views/steps.js';
import { toolView } from './views/tool.js';
import { upscaledView } from './views/upscaled.js';
import { walkView } from './views/walk.js';
import { inWords } from './words.js';

translatePage();
const store = new Store(session.INITIAL);
const effects = new Effects(store);

[modelsView, promptView, samplesView, padView, upscaledView, buttonsView, toolView, walkView, historyView, candidatesView, directionsView,
  outcomeView, keysView, favouritesView, mixView, besideView, saveView, stepsView].map((view) => view(store, effects)).forEach((render) => {
  store.subscribe(render);
  render(store.state);
});
bindRequests(store);
bindFiles(effects);

async function open() {
  const [models, journal] = await Promise.all([api.models(), Journal.open()]);
  store.update(withModels, models);
  const kept = await journal?.read();
  if (kept) {
    store.update(restored, kept.history, kept.favourites);
  }
  store.update(opened);
  bindAddress(store);
  journal?.follow(store);
  if (models.models.length === 0) {
    store.update(session.said, 'No model is served yet: put one into the folder of models.');
  }
}

open().catch((failure) => store.update(failedAside, inWords(failure).message, 'reload'));
