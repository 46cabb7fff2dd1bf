import { call, explain } from './calls.js';
import { words } from './words.js';

const $ = (id) => document.getElementById(id);
let agreed = words.agreed === 'true';

// Not by the event that a dialog has closed: it comes late, and would answer for the dialog that was opened next.
function answered() {
  return new Promise((resolve) => {
    const dialog = $('consent');
    $('consent-yes').onclick = () => resolve(true);
    $('consent-no').onclick = () => { dialog.close(); resolve(false); };
    dialog.oncancel = () => resolve(false);
  });
}

/** Whether the reader has agreed to the terms: asked once, before the first prompt leaves. */
export async function consent() {
  while (!agreed) {
    if (!$('consent').open) $('consent').showModal();
    if (!await answered()) return false;
    try {
      await call('POST', '/api/me/terms', { version: Number($('consent').dataset.version) });
      agreed = true;
    } catch (error) {
      $('consent-error').textContent = error.code === 'other-terms' ? words.errTerms : explain(error);
    }
  }
  $('consent').close();
  return true;
}
