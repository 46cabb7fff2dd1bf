import { onLoaded } from '../battle/late.js';
import { copyCode, show } from '../battle/markdown.js';
import { $, onSubmit } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';
import { Ballot } from './ballot.js';
import { Marking } from './marking.js';

const page = $('judge');
const words = page?.dataset ?? {};
const post = (name, body) => call('POST', `/api/projects/${words.slug}/${name}`, body);
const fieldsets = [...document.querySelectorAll('#judgement fieldset')];
const questions = fieldsets.map((field) => ({
  slug: field.dataset.criterion,
  required: field.dataset.required === 'true',
  choices: [...field.querySelectorAll('input')].map((input) => input.value),
}));

let item = null;
let ballot = new Ballot(questions);
let busy = false;
/** Undefined where passages can't be marked. */
const marking = $('mark') ? new Marking(words, draw) : undefined;

function say(text) {
  $('state').textContent = text;
  $('state').hidden = !text;
}

/** Shows the prompt and the two answers of each turn. */
function draw() {
  const turns = item?.turns ?? [];
  const list = $('turns');
  while (list.children.length > turns.length) list.lastElementChild.remove();
  while (list.children.length < turns.length) list.append($('turn').content.cloneNode(true));
  turns.forEach(({ prompt, a, b }, i) => {
    const turn = list.children[i];
    turn.querySelector('.prompt').textContent = prompt;
    for (const [side, text] of Object.entries({ A: a, B: b })) {
      const section = turn.querySelector(`[data-side=${side}]`);
      if (!marking?.show(section, side, i + 1, text)) show(section.querySelector('.text'), text, words.copyCode);
    }
  });
}

function begin(next) {
  const same = item?.id === next.id;
  item = next.id ? next : null;
  $('own-judged').textContent = words.judged.replace('0', next.judged);
  $('judgement').hidden = !item;
  say({ DONE: words.done, QUOTA: words.quota, CLOSED: words.closed }[next.state] ?? '');
  if (!same) {
    ballot = new Ballot(questions);
    marking?.begin(Boolean(item));
    $('judgement').reset();
    $('judgement').querySelector('.outcome').textContent = '';
    scrollTo({ top: 0, behavior: 'instant' });
  }
  draw();
}

async function load() {
  $('again').hidden = true;
  say(item ? '' : words.loading);
  try {
    begin(await post('next'));
  } catch (error) {
    say(error instanceof Refused ? error.message : words.lost);
    $('again').hidden = false;
  }
}

function fail(text) {
  const outcome = $('judgement').querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.add('error');
}

/** Sends a decision about the item, and loads the next one. */
async function decide(to, body) {
  if (busy || !item) return;
  busy = true;
  try {
    await post(to, { id: item.id, ...body });
    await load();
  } catch (error) {
    // The reservation has run out: these answers are in other hands.
    if (error.problem?.code === 'no-reservation') await load();
    fail(error instanceof Refused ? error.message : words.lost);
  } finally {
    busy = false;
  }
}

async function save() {
  const { missing } = ballot;
  if (missing) {
    const field = fieldsets.find(({ dataset }) => dataset.criterion === missing.slug);
    fail(words.unanswered.replace('$1', () => field.querySelector('legend').textContent));
    field.querySelector('input').focus();
    return;
  }
  const highlights = marking?.passages;
  await decide('judgements', {
    ratings: ballot.ratings,
    comment: $('comment').value || undefined,
    highlights: highlights?.length ? highlights : undefined,
  });
}

function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (
      !item ||
      document.querySelector('dialog[open]') ||
      event.target.closest?.('textarea, input[type=text], select, summary, button, a')
    )
      return;
    if (/^[1-5]$/.test(event.key)) {
      const made = ballot.press(Number(event.key));
      if (made) $('judgement').elements[made.slug].value = made.choice;
    } else if (event.key.toLowerCase() === 's') {
      event.preventDefault();
      $('skipping').showModal();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      save();
    }
  });
}

if (page) {
  onSubmit($('judgement'), save);
  onSubmit($('skip-form'), async () => {
    const reason = $('skip-form').elements.reason.value;
    $('skipping').close();
    $('skip-form').reset();
    await decide('skips', { reason });
  });
  $('judgement').addEventListener('change', ({ target }) => {
    if (target.type === 'radio') ballot.choose(target.name, target.value);
  });
  $('skip').addEventListener('click', () => $('skipping').showModal());
  $('skip-no').addEventListener('click', () => $('skipping').close());
  $('again').addEventListener('click', load);
  page.addEventListener('click', (event) => copyCode(event.target, words.copied));
  listenToKeys();
  onLoaded(draw);
  load();
}
