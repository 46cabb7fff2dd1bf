import { openStream } from '../lib/events.js';
import { noteOf } from './card.js';
import { announce, showConnected } from './status.js';
import { words } from './words.js';

let stream = null;

/** True while the page listens to a battle. */
export const following = () => stream?.isOpen() ?? false;

export function unfollow() {
  stream?.close();
  stream = null;
}

/**
 * Listens to a battle's events from its start until its newest turn is ready. Calls ready(mayVote) then, and lost(forGood)
 * when the connection breaks.
 */
export function follow(battle, { ready, lost }) {
  unfollow();
  // A new stream has no Last-Event-ID, so the server sends all events from the start.
  for (const answer of battle.answers) answer.expectAnew();
  stream = openStream(battle.path('/events'), {
    on: {
      delta: ({ turn, side, text }) => battle.answer(turn, side)?.append(text),
      done: ({ turn, side, finishReason }) => battle.answer(turn, side)?.finish(finishReason),
      stopped: ({ turn, side }) => {
        battle.answer(turn, side)?.stop();
        if (turn === battle.turn) announce(words.stopped);
      },
      failed: ({ turn, side, retryable }) => {
        const answer = battle.answer(turn, side);
        answer?.fail(retryable !== false);
        if (answer && turn === battle.turn) announce(noteOf(answer));
      },
      ready: ({ turn, canVote }) => {
        if (turn !== battle.turn) return;
        unfollow();
        ready(canVote !== false);
      },
    },
    opened: showConnected,
    lost,
  });
}
