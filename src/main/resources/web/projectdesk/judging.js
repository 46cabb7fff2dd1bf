import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';

const EVERY_MILLIS = 1000;
const section = $('judging');

/** Follows a judge at work; its end shows the figures. */
async function follow() {
  try {
    const { run } = await call('GET', section.dataset.to);
    if (run.state !== 'running') {
      location.reload();
      return;
    }
    section.querySelector('progress').value = run.percent;
    for (const figure of section.querySelectorAll('[data-figure]')) figure.textContent = run[figure.dataset.figure];
  } catch {
    // The next look may succeed.
  }
  setTimeout(follow, EVERY_MILLIS);
}

if (section?.dataset.state === 'running') setTimeout(follow, EVERY_MILLIS);
