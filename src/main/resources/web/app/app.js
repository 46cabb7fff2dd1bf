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
    // Without storage the choice applies to this page only.
  }
}

button.hidden = false;
label();
button.addEventListener('click', () => choose(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]));

// A battle puts its id into the address after the page was loaded, so the field is filled in on submit.
$('language-back').form.addEventListener('submit', () => {
  $('language-back').value = location.pathname + location.search;
});
