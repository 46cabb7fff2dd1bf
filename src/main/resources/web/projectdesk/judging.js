import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';

const EVERY_MILLIS = 3000;
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
    $('judging-figures').textContent = [run.read, run.calls, run.unreadable, run.failed].reduce(
      (text, figure, i) => text.replace(`$${i + 1}`, figure),
      section.dataset.done,
    );
  } catch {
    // The next look may succeed.
  }
  setTimeout(follow, EVERY_MILLIS);
}

if (section?.dataset.state === 'running') setTimeout(follow, EVERY_MILLIS);
