import { at } from '../lib/home.js';

/** Makes the addresses in snippets absolute, because they are for other sites. */
const absolute = (text) => text.replace(/(src="|\()\//g, `$1${location.origin}${at('/')}`);

for (const field of document.querySelectorAll('input[data-snippet]')) {
  const button = field.closest('.snippet').querySelector('button');
  field.value = absolute(field.value);
  field.addEventListener('focus', () => field.select());
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  });
}
