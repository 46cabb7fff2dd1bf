import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';

// A draft of a release that is searched in the background: the page shows how far it is, and is loaded anew at the end.

const place = $('preparation');
const PAUSE = 1000;

async function watch() {
  const { state, searched, logSize } = await call('GET', place.dataset.to).catch(() => ({ state: 'PREPARING' }));
  if (state !== 'PREPARING') {
    location.reload();
    return;
  }
  if (logSize > 0) place.querySelector('progress').value = (100 * searched) / logSize;
  setTimeout(watch, PAUSE);
}

if (place) setTimeout(watch, PAUSE);
