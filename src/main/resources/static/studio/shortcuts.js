// Which key is which: 'z', 'mod+z' (Ctrl, or Cmd on a Mac), 'mod+shift+z'.

/** @typedef {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean }} Key */

/** The name of a key that was pressed. @param {Key} event */
export function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  const letter = /^[a-z]$/i.test(key);
  return [(ctrlKey || metaKey) && 'mod', altKey && 'alt', letter && shiftKey && 'shift', key.toLowerCase()].filter(Boolean).join('+');
}

/** A shortcut of a character alone, which people who speak to their computer may want to have off (WCAG 2.1.4). @param {string} shortcut */
export const isSingle = (shortcut) => /^(shift\+)?.$/.test(shortcut);

/** As people read it. @param {string} shortcut @param {boolean} mac */
export const readable = (shortcut, mac) => shortcut.split('+')
  .map((part) => (part === 'mod') ? (mac ? '⌘' : 'Ctrl') : (part.length > 1) ? part[0].toUpperCase() + part.slice(1) : part.toUpperCase()).join(mac ? '' : '+');
