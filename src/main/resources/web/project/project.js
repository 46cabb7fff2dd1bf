import './join.js';
import './judge.js';
import '../battle/answer.css';
import { onLoaded } from '../battle/late.js';
import { copyCode, show } from '../battle/markdown.js';
import { $ } from '../lib/dom.js';
import { showTimes } from '../lib/times.js';

showTimes();

const instructions = $('instructions');
if (instructions) {
  const text = instructions.textContent;
  const draw = () => show(instructions, text, instructions.dataset.copyCode);
  instructions.replaceChildren();
  onLoaded(draw);
  draw();
  instructions.addEventListener('click', (event) => copyCode(event.target, instructions.dataset.copied));
}
