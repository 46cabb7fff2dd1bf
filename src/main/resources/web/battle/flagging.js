import { $ } from '../lib/dom.js';

let send = () => {};

/** Asks why the answer is flagged and passes the reason to the callback. */
export function askWhy(side, then) {
  $('flag-side').textContent = side;
  $('flag-form').reset();
  send = then;
  $('flagging').showModal();
}

$('flag-form').addEventListener('submit', () => {
  const kind = new FormData($('flag-form')).get('flag');
  const more = $('flag-text').value.trim();
  send(more ? `${kind}: ${more}` : kind);
});
$('flag-no').addEventListener('click', () => $('flagging').close());
