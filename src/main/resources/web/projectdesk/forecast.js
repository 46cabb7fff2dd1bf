import { $ } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';

const form = $('start-judge');

/** What the chosen model would take, before anything is asked. */
async function forecast() {
  const { to, forecastShown, noPrice } = form.dataset;
  const shown = $('forecast-shown');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  try {
    const parameters = new URLSearchParams({ model: form.elements.model.value });
    const { calls, promptTokens, completionTokens, cost, currency } = await call('GET', `${to}/forecast?${parameters}`);
    shown.textContent = [calls, promptTokens, completionTokens]
      .map((figure) => number.format(figure))
      .concat(cost === null ? noPrice : `${number.format(cost)} ${currency}`)
      .reduce((text, figure, i) => text.replace(`$${i + 1}`, () => figure), forecastShown);
    shown.classList.remove('error');
  } catch (error) {
    shown.textContent = error instanceof Refused ? error.message : $('words').dataset.lost;
    shown.classList.add('error');
  }
}

if (form) {
  $('forecast').disabled = false;
  $('forecast').addEventListener('click', forecast);
}
