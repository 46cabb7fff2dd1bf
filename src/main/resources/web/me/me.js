import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';

async function eraseAll() {
  try {
    await call('DELETE', '/api/me');
  } catch {
    $('notice').textContent = $('me').dataset.failed;
    return;
  } finally {
    $('sure').close();
  }
  try {
    // Drafts of prompts, which only this browser keeps.
    sessionStorage.clear();
  } catch {
    // Without storage there are none.
  }
  const erased = 'section:not([aria-labelledby="own-data"]), #summary, .actions > a';
  for (const part of $('me').querySelectorAll(erased)) part.remove();
  $('erase').hidden = true;
  $('notice').textContent = $('me').dataset.erased;
}

$('erase').addEventListener('click', () => $('sure').showModal());
$('sure-no').addEventListener('click', () => $('sure').close());
$('sure-yes').addEventListener('click', eraseAll);
