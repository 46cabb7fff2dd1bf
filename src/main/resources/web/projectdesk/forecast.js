import { $ } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';

const button = $('forecast');
const form = button?.form;

/** What one model would take, in words. */
async function estimate(model, name) {
  const { to, forecastShown, noPrice } = form.dataset;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const parameters = new URLSearchParams(name ? { model, name } : { model });
  const { calls, promptTokens, completionTokens, cost, currency } = await call('GET', `${to}/forecast?${parameters}`);
  return [calls, promptTokens, completionTokens]
    .map((figure) => number.format(figure))
    .concat(cost === null ? noPrice : `${number.format(cost)} ${currency}`)
    .reduce((text, figure, i) => text.replace(`$${i + 1}`, () => figure), forecastShown);
}

/** What the chosen models would take, before anything is asked. Without one, the server says what is missing. */
async function forecast() {
  const shown = $('forecast-shown');
  const fields = new FormData(form);
  const chosen = [...fields.getAll('model'), ...fields.getAll('models')];
  const models = chosen.length > 0 ? chosen : [''];
  try {
    const texts = await Promise.all(models.map((model) => estimate(model, fields.get('name'))));
    shown.textContent = texts.map((text, i) => (texts.length > 1 ? `${models[i]}: ${text}` : text)).join('\n');
    shown.classList.remove('error');
  } catch (error) {
    shown.textContent = error instanceof Refused ? error.message : $('words').dataset.lost;
    shown.classList.add('error');
  }
}

if (button) {
  button.disabled = false;
  button.addEventListener('click', forecast);
}
