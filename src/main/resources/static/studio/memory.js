// What the browser remembers of a person's choices, where it remembers anything.

/** @param {string} name @param {boolean} otherwise */
export function remembered(name, otherwise) {
  try {
    const value = localStorage.getItem(name);
    return value === null ? otherwise : value === 'on';
  } catch {
    return otherwise; // browsers that keep nothing throw at being asked
  }
}

/** @param {string} name @param {boolean} value */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value ? 'on' : 'off');
  } catch {
    // it holds until the page goes
  }
}
