const waiting = new Set();
const listeners = [];
let notBefore = 0;

/** Calls back after each frame in which something was drawn. */
export function onDrawn(listener) {
  listeners.push(listener);
}

/**
 * Draws in the next frame, once however often it is asked for. After a drawing that took long the next one waits, so that a
 * long answer leaves the page time to react.
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
