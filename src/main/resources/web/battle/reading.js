import { words } from './words.js';

/** Collapses an answer to its beginning, or expands it. */
export function toggleFold(panel) {
  const folded = panel.classList.toggle('folded');
  const button = panel.querySelector('.fold');
  button.setAttribute('aria-expanded', String(!folded));
  button.firstChild.textContent = folded ? words.unfold : words.fold;
  if (folded) panel.scrollIntoView({ block: 'nearest' });
}

/** Scrolls one box to the same share of its length as the other. */
function follow(from, to) {
  const room = from.scrollHeight - from.clientHeight;
  const share = room > 0 ? from.scrollTop / room : 0;
  const top = Math.round(share * (to.scrollHeight - to.clientHeight));
  if (Math.abs(to.scrollTop - top) > 1) to.scrollTop = top;
}

/** Sets up the button that puts a turn's answers into boxes of equal height that scroll together. */
export function listenToStep(turn) {
  const button = turn.querySelector('.step');
  const texts = [...turn.querySelectorAll('.answer .text')];
  let leader = null;
  const lead = (event) => {
    leader = event.currentTarget;
  };
  for (const [i, text] of texts.entries()) {
    for (const name of ['pointerenter', 'wheel', 'focusin', 'keydown'])
      text.addEventListener(name, lead, { passive: true });
    text.addEventListener(
      'scroll',
      () => {
        if (turn.classList.contains('in-step') && (leader === null || leader === text)) follow(text, texts[1 - i]);
      },
      { passive: true },
    );
  }
  button.addEventListener('click', () => {
    const inStep = turn.classList.toggle('in-step');
    button.setAttribute('aria-pressed', String(inStep));
    leader = null;
    for (const text of texts) {
      if (inStep) text.tabIndex = 0;
      else text.removeAttribute('tabindex');
    }
  });
}
