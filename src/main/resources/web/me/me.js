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
    // Without storage there are no drafts.
  }
  const erased = 'section:not([aria-labelledby="own-data"]), #summary, .actions > a';
  for (const part of $('me').querySelectorAll(erased)) part.remove();
  $('erase').hidden = true;
  $('notice').textContent = $('me').dataset.erased;
}

/** Asks for confirmation before one battle is deleted. */
function remove(button) {
  $('sure-one').showModal();
  $('sure-one-yes').onclick = async () => {
    try {
      await call('DELETE', `/api/me/battles/${encodeURIComponent(button.dataset.battle)}`);
      button.closest('li').remove();
      $('removed').textContent = $('me').dataset.removed;
    } catch {
      $('removed').textContent = $('me').dataset.failed;
    } finally {
      $('sure-one').close();
    }
  };
}

/** Keeps one battle out of public data, or allows it there again. */
async function withhold(button) {
  const withheld = button.dataset.withheld !== 'true';
  button.disabled = true;
  try {
    await call('PUT', `/api/me/battles/${encodeURIComponent(button.dataset.battle)}/publication`, {
      allowed: !withheld,
    });
    button.dataset.withheld = String(withheld);
    button.textContent = withheld ? button.dataset.allow : button.dataset.keep;
    $('removed').textContent = withheld ? $('me').dataset.withheld : $('me').dataset.allowed;
  } catch {
    $('removed').textContent = $('me').dataset.unchanged;
  } finally {
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll('.withhold')) button.addEventListener('click', () => withhold(button));
for (const button of document.querySelectorAll('.remove')) button.addEventListener('click', () => remove(button));
$('sure-one-no').addEventListener('click', () => $('sure-one').close());
$('erase').addEventListener('click', () => $('sure').showModal());
$('sure-no').addEventListener('click', () => $('sure').close());
$('sure-yes').addEventListener('click', eraseAll);
