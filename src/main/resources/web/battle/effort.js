import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { numberFor } from '../lib/proof.js';
import { showStatus } from './status.js';
import { words } from './words.js';

const MOST_CHALLENGES = 3;

/** Solves a challenge while the page says so and shows how far it is. */
async function solve(challenge) {
  showStatus(words.effort);
  $('effort').hidden = false;
  $('effort').value = 0;
  try {
    const number = await numberFor(challenge, (share) => {
      $('effort').value = share;
    });
    const { algorithm, challenge: hash, salt, signature } = challenge;
    return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
  } finally {
    $('effort').hidden = true;
    showStatus('');
  }
}

/**
 * Makes a call that sends a prompt or a vote. While very many come in, the server asks for a proof of work: then the
 * browser does it and calls again.
 */
export async function callWithEffort(method, path, body) {
  let headers;
  for (let challenges = 0; ; challenges++) {
    try {
      return await call(method, path, body, undefined, headers);
    } catch (error) {
      const { challenge } = error.problem ?? {};
      if (!challenge || challenges === MOST_CHALLENGES) throw error;
      headers = { Altcha: await solve(challenge) };
    }
  }
}
