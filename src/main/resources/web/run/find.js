import { $ } from '../lib/dom.js';

// A long list of choices is searched as somebody types. What is checked stays in sight, since it is sent.
for (const search of document.querySelectorAll('[data-finds]')) {
  search.addEventListener('input', () => {
    const text = search.value.trim().toLowerCase();
    for (const choice of $(search.dataset.finds).querySelectorAll('.check')) {
      const found = choice.textContent.toLowerCase().includes(text);
      choice.hidden = !found && !choice.querySelector('input').checked;
    }
  });
  search.addEventListener('keydown', (event) => {
    // It would send the form.
    if (event.key === 'Enter') event.preventDefault();
  });
}
