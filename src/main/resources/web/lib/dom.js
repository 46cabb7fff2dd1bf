/** The element with that id, or null. */
export const $ = (id) => document.getElementById(id);

/** A new element with these properties and children; strings become text, never HTML. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
