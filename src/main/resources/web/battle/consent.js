import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { explain } from './errors.js';
import { rules, words } from './words.js';

let agreed = rules.agreed === 'true';

// Not by the dialog's close event: it fires late and could answer for the next dialog.
function choice() {
  return new Promise((resolve) => {
    const dialog = $('consent');
    $('consent-yes').onclick = () => resolve(true);
    $('consent-no').onclick = () => {
      dialog.close();
      resolve(false);
    };
    dialog.oncancel = () => resolve(false);
  });
}

/** Asks for agreement to the terms before the first prompt leaves; true if the reader agrees or has agreed before. */
export async function consent() {
  while (!agreed) {
    if (!$('consent').open) $('consent').showModal();
    if (!(await choice())) return false;
    try {
      await call('POST', '/api/me/terms', { version: Number(rules.terms) });
      agreed = true;
    } catch (error) {
      $('consent-error').textContent = error.problem?.code === 'other-terms' ? words.errorTerms : explain(error);
    }
  }
  $('consent').close();
  return true;
}
