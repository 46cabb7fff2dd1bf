import '../battle/answer.css';
import { onLoaded } from '../battle/late.js';
import { copyCode, show } from '../battle/markdown.js';
import { $ } from '../lib/dom.js';

// The page is readable without scripts; with them the answers are rendered as in the battle.
const words = $('shared').dataset;
const answers = [...document.querySelectorAll('.answer .text')].map((place) => ({ place, text: place.textContent }));

function draw() {
  for (const { place, text } of answers) {
    if (place.classList.contains('plain')) place.replaceChildren();
    place.classList.remove('plain');
    show(place, text, words.copyCode);
  }
}

onLoaded(draw);
draw();
document.addEventListener('click', (event) => copyCode(event.target, words.copied));
