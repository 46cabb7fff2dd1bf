import { $ } from '../lib/dom.js';

const CHOICES = ['auto', 'light', 'dark'];
const root = document.documentElement;
const button = $('theme');
const chosen = () => root.dataset.theme ?? 'auto';

function label() {
  button.title = button.dataset[chosen()];
  button.setAttribute('aria-label', button.title);
}

function choose(theme) {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  label();
  try {
    if (theme === 'auto') localStorage.removeItem('dohyo-theme');
    else localStorage.setItem('dohyo-theme', theme);
  } catch {
    // The choice then holds for this page only.
  }
}

button.hidden = false;
label();
button.addEventListener('click', () => choose(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]));

// The address may have changed since the page was made: a battle puts its id there.
$('language-back').form.addEventListener('submit', () => {
  $('language-back').value = location.pathname + location.search;
});
