import { call, explain } from './calls.js';
import { words } from './words.js';

const $ = (id) => document.getElementById(id);
let agreed = words.agreed === 'true';

function answered(button) {
  return new Promise((resolve) => {
    const dialog = $('consent');
    const done = (yes) => { dialog.removeEventListener('close', closed); button.onclick = null; resolve(yes); };
    const closed = () => done(false);
    dialog.addEventListener('close', closed);
    button.onclick = () => done(true);
  });
}

/** Whether the reader has agreed to the terms: asked once, before the first prompt leaves. */
export async function consent() {
  while (!agreed) {
    if (!$('consent').open) $('consent').showModal();
    if (!await answered($('consent-yes'))) return false;
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

$('consent-no').addEventListener('click', () => $('consent').close());
