import { at } from './home.js';

const WORKER = '/proof-worker.js';

// A worker's address is code to the browser: only this one is allowed.
const policy = globalThis.trustedTypes?.createPolicy('proof', { createScriptURL: () => at(WORKER) });

/** The number that solves the challenge, found by a worker; reports the share of the work that is done. */
export function numberFor(challenge, done) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(policy?.createScriptURL(WORKER) ?? at(WORKER));
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.addEventListener('message', ({ data }) => ('share' in data ? done(data.share) : end(resolve, data.number)));
    worker.addEventListener('error', () => end(reject, new Error(WORKER)));
    worker.postMessage(challenge);
  });
}
