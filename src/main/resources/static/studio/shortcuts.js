// A key for each thing that is done often: those of iGAN (Zhu et al. 2016), and the brushes.

const BRUSHES = { c: 'colour', k: 'sketch', w: 'warp', h: 'keep', i: 'pick' };
const ACTIONS = { p: 'play', f: 'fix', r: 'restart', s: 'save', e: 'edits', z: 'undo', n: 'blank', m: 'morph', u: 'upload' };
const WIDTHS = { '[': -1, ']': 1 };

export function bindShortcuts(actions) {
  addEventListener('keydown', (event) => {
    const typing = event.target.matches('input:not([type=range], [type=radio]), select');
    if (typing || event.altKey || event.metaKey || (event.ctrlKey && event.key !== 'z')) {
      return;
    }
    const key = event.key.toLowerCase();
    if (BRUSHES[key]) {
      actions.brush(BRUSHES[key]);
    } else if (ACTIONS[key]) {
      event.preventDefault();
      actions[ACTIONS[key]]();
    } else if (WIDTHS[key]) {
      actions.widen(WIDTHS[key]);
    }
  });
}
