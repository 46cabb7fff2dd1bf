const $ = (id) => document.getElementById(id);
const sure = $('sure');

$('erase').addEventListener('click', () => sure.showModal());
$('sure-no').addEventListener('click', () => sure.close());
$('sure-yes').addEventListener('click', async () => {
  const done = await fetch('/api/me', { method: 'DELETE' }).then((response) => response.ok, () => false);
  sure.close();
  if (!done) {
    $('said').textContent = $('me').dataset.failed;
    return;
  }
  // What this browser remembers by itself goes too: drafts of prompts.
  try { sessionStorage.clear(); } catch { /* there is none then */ }
  $('me').querySelectorAll('section:not([aria-labelledby="own-data"]), #summary, .actions > a').forEach((part) => part.remove());
  $('erase').hidden = true;
  $('said').textContent = $('me').dataset.erased;
});
