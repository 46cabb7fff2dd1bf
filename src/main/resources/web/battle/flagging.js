const $ = (id) => document.getElementById(id);
let then = () => {};

/** Asks why an answer is flagged, and calls back with the reason. */
export function askWhy(side, send) {
  $('flag-side').textContent = side;
  $('flag-form').reset();
  then = send;
  $('flagging').showModal();
}

$('flag-form').addEventListener('submit', () => {
  const kind = new FormData($('flag-form')).get('flag');
  const more = $('flag-text').value.trim();
  then(more ? kind + ': ' + more : kind);
});
$('flag-no').addEventListener('click', () => $('flagging').close());
