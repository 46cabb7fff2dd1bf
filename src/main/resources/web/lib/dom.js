/** The element with that id, or null. */
export const $ = (id) => document.getElementById(id);

/** A new element with these properties and children; strings become text, never HTML. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A name that others chose: its letters don't turn the direction of the text around it. */
export const isolated = (name) => element('bdi', {}, name);

/**
 * Calls `send` when the form is submitted. Until then its buttons are disabled in the page: a form that is submitted
 * before this code has loaded would put its values, passwords too, into the address.
 */
export function onSubmit(form, send) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  for (const button of form.querySelectorAll('button')) button.disabled = false;
}
