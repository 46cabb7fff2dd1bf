import { $ } from '../lib/dom.js';
import { showTimes } from '../lib/times.js';

const button = $('print');
button.disabled = false;
button.addEventListener('click', () => print());
showTimes();
