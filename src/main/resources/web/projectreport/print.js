import { $ } from '../lib/dom.js';

const button = $('print');
if (button) {
  button.disabled = false;
  button.addEventListener('click', () => print());
}
