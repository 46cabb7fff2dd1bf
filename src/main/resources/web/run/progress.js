import { $ } from '../lib/dom.js';
import { openStream } from '../lib/events.js';

const place = $('progress');
const language = document.documentElement.lang;

function show(progress) {
  if (progress.state !== place.dataset.state) {
    // Scores, buttons and times depend on the state, so the server renders them.
    location.reload();
    return;
  }
  for (const figure of place.querySelectorAll('[data-figure]')) {
    figure.textContent = progress[figure.dataset.figure].toLocaleString(language);
  }
  for (const time of place.querySelectorAll('[data-time-of]')) {
    const value = progress[time.dataset.timeOf];
    time.textContent = value ? new Date(value).toLocaleString(language) : '–';
    if (time.dataset.timeOf === 'waitsUntil') time.parentElement.hidden = !value;
  }
  $('bar').value = progress.percent;
}

if (place) openStream(place.dataset.events, { on: { progress: show }, whileVisible: true });
