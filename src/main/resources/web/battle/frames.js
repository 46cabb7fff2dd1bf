const waiting = new Set();
const listeners = [];
let notBefore = 0;

/** Registers a callback for the end of each frame in which something was drawn. */
export function onDrawn(listener) {
  listeners.push(listener);
}

/**
 * Draws in the next frame, once per frame however often it is called. After a slow frame the next one is delayed,
 * so that the page stays responsive while a long answer grows.
 */
export function drawSoon(draw) {
  if (waiting.size === 0) schedule();
  waiting.add(draw);
}

function schedule() {
  const wait = notBefore - performance.now();
  if (wait > 0) setTimeout(() => requestAnimationFrame(drawAll), wait);
  else requestAnimationFrame(drawAll);
}

function drawAll() {
  const draws = [...waiting];
  waiting.clear();
  const start = performance.now();
  for (const draw of draws) draw();
  const end = performance.now();
  notBefore = end - start > 16 ? end + 3 * (end - start) : 0;
  for (const listener of listeners) listener();
}
