import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';

let solve;
const said = [];

/** A challenge as the server makes it, with that number as its solution. */
function challengeOf(salt, number, maxnumber) {
  return { challenge: createHash('sha256').update(`${salt}${number}`).digest('hex'), salt, maxnumber };
}

function solved(challenge) {
  said.length = 0;
  solve({ data: challenge });
  return said.at(-1).number;
}

describe("The worker's proof", () => {
  before(async () => {
    globalThis.addEventListener = (_, listener) => {
      solve = listener;
    };
    globalThis.postMessage = (message) => said.push(message);
    await import('../../main/resources/META-INF/resources/proof-worker.js');
  });

  it('is the number whose hash is the challenge, whatever the length of the salt', () => {
    for (let length = 0; length < 140; length++) {
      const number = (length * 7919) % 300;
      assert.equal(solved(challengeOf('é'.repeat(length % 9) + '&'.repeat(length), number, 300)), number);
    }
  });

  it('may be the first and the last number', () => {
    assert.equal(solved(challengeOf('a1?for=x&', 0, 20000)), 0);
    assert.equal(solved(challengeOf('a1?for=x&', 20000, 20000)), 20000);
    const shares = said.slice(0, -1).map(({ share }) => share);
    assert.ok(
      shares.length > 3 && shares.every((share, i) => share >= 0 && share < 1 && (i === 0 || share > shares[i - 1])),
    );
  });

  it('is null where no number is the solution', () => {
    assert.equal(solved(challengeOf('a1?for=x&', 21, 20)), null);
  });
});
