import { call } from '../lib/http.js';

const EVERY_MILLIS = 1000;
const sections = [...document.querySelectorAll('section[data-run]')];

function show(section, run) {
  section.querySelector('progress').value = run.percent;
  for (const figure of section.querySelectorAll('[data-figure]')) figure.textContent = run[figure.dataset.figure];
}

/** Follows runs at work; when one begins or ends, the page is shown anew. */
async function follow() {
  try {
    const { run, runs = [run] } = await call('GET', sections[0].dataset.to);
    const now = new Map(runs.map((one) => [String(one.id), one]));
    if (sections.some(({ dataset }) => now.get(dataset.run)?.state !== dataset.state)) {
      location.reload();
      return;
    }
    for (const section of sections) show(section, now.get(section.dataset.run));
  } catch {
    // The next look may succeed.
  }
  setTimeout(follow, EVERY_MILLIS);
}

if (sections.some(({ dataset }) => dataset.state === 'running')) setTimeout(follow, EVERY_MILLIS);
