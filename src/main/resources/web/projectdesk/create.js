import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call, Refused } from '../lib/http.js';
import { criteriaOf } from './criteria.js';

const form = $('create-project');

async function create() {
  const { name, slug, votesPerItem, highlights, instructions, criteria } = form.elements;
  const outcome = form.querySelector('.outcome');
  const body = {
    name: name.value,
    slug: slug.value,
    votesPerItem: Number(votesPerItem.value),
    highlights: highlights.checked,
    instructions: instructions.value,
    criteria: criteriaOf(criteria.value),
  };
  try {
    const made = await call('POST', form.dataset.to, body);
    location.assign(at(`${form.dataset.then}${made.slug}`));
  } catch (error) {
    outcome.textContent = error instanceof Refused ? error.message : $('words').dataset.lost;
    outcome.classList.add('error');
  }
}

if (form) onSubmit(form, create);
