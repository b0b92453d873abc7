// Elements of the page.

/**
 * The element of an id, which the page has.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) {
    throw new Error(`The page has no ${type.name} ${id}`);
  }
  return element;
}

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Partial<Omit<HTMLElementTagNameMap[K], 'dataset'>>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Brings a list of elements to a length, and keeps those that are there: focus stays where it is. @param {HTMLElement} parent @param {number} length @param {(place: number) => HTMLElement} another */
export function resize(parent, length, another) {
  while (parent.children.length > length) {
    parent.lastElementChild?.remove();
  }
  while (parent.children.length < length) {
    parent.append(another(parent.children.length));
  }
}

/** @param {Element} element @param {string} name @param {boolean} value */
export const mark = (element, name, value) => element.setAttribute(name, String(value));
