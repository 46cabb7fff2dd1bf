import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Battle } from '../../main/resources/web/battle/state.js';

function begun(names = null) {
  const battle = new Battle();
  battle.begin('b 1', names);
  battle.ask(1, 'Why?');
  return battle;
}

/** Ends both answers of the newest turn. */
function ready(battle, blind = true) {
  for (const answer of battle.current) {
    answer.append('Because.');
    answer.finish('stop');
  }
  battle.becomeReady(blind);
}

describe('A battle', () => {
  it('is new until a prompt is sent', () => {
    const battle = new Battle();
    assert.equal(battle.turn, 0);
    assert.ok(battle.canAsk);
    assert.ok(!battle.canVote && !battle.waits && !battle.running && !battle.ended);
  });

  it('can be voted on once both answers are there, but not again', () => {
    const battle = begun();
    assert.equal(battle.path('/vote'), '/api/battles/b%201/vote');
    assert.ok(battle.waits && battle.running && !battle.canVote && !battle.canAsk);
    ready(battle);
    assert.ok(battle.canVote && battle.canAsk);
    const [modelA, modelB] = [{ name: 'One' }, { name: 'Two' }];
    battle.conclude({ modelA, modelB });
    assert.ok(battle.over && battle.ended && !battle.canVote && !battle.canAsk);
    assert.deepEqual(
      battle.answers.map((answer) => answer.model),
      [modelA, modelB],
    );
  });

  it('shown one side at a time can be voted on once both were opened, in each turn anew', () => {
    const battle = new Battle();
    battle.place(false);
    battle.begin('1', null);
    battle.ask(1, 'Why?');
    ready(battle);
    assert.equal(battle.unopened, 'B');
    assert.ok(!battle.canVote && battle.canAsk);
    battle.show('B');
    assert.ok(battle.canVote);
    battle.ask(2, 'And?');
    ready(battle);
    assert.equal(battle.unopened, 'A');
    battle.place(true);
    assert.ok(battle.canVote);
  });

  it('counts a side as opened only while there is something to see', () => {
    const battle = new Battle();
    battle.place(false);
    battle.begin('1', null);
    const [a, b] = battle.ask(1, 'Why?');
    battle.show('B');
    assert.equal(battle.unopened, 'A');
    battle.show('A');
    a.append('Because.');
    a.finish('stop');
    b.append('It is');
    b.finish('stop');
    battle.becomeReady(true);
    assert.equal(battle.unopened, 'B');
    assert.ok(!battle.canVote);
    battle.show('B');
    assert.equal(battle.unopened, null);
    assert.ok(battle.canVote);
  });

  it('counts the shown side as opened as soon as its text begins, and a retried one once more', () => {
    const battle = new Battle();
    battle.place(false);
    battle.begin('1', null);
    const [a, b] = battle.ask(1, 'Why?');
    battle.show('B');
    b.append('It');
    battle.show('A');
    a.fail(true);
    assert.equal(battle.unopened, null);
    b.fail(true);
    b.retry();
    assert.equal(battle.unopened, 'B');
    b.append('It is');
    assert.equal(battle.unopened, 'B');
    battle.show('B');
    assert.equal(battle.unopened, null);
  });

  it('with a vote on hold takes no prompt, until the vote is undone', () => {
    const battle = begun();
    ready(battle);
    battle.hold('TIE');
    assert.ok(battle.canVote && !battle.canAsk);
    battle.hold(null);
    assert.ok(battle.canAsk);
    battle.hold('A');
    battle.open(null);
    assert.equal(battle.held, null);
  });

  it('of chosen models shows their names on every card and takes no vote', () => {
    const battle = begun(['One', 'Two']);
    ready(battle, false);
    battle.ask(2, 'And?');
    ready(battle, false);
    assert.ok(!battle.canVote && battle.canAsk);
    assert.deepEqual(
      battle.answers.map((answer) => answer.model.name),
      ['One', 'Two', 'One', 'Two'],
    );
  });

  it('lets a stopped side be retried once the other one has ended, a failed one at once', () => {
    const battle = begun();
    const [a, b] = battle.current;
    a.stop();
    assert.ok(!battle.canRetry(a));
    b.fail(true);
    assert.ok(battle.canRetry(a) && battle.canRetry(b));
    b.retry();
    assert.ok(!battle.canRetry(a));
    b.fail(false);
    assert.ok(!battle.canRetry(b) && battle.ended);
  });

  it('offers no retry in an earlier turn', () => {
    const battle = begun();
    const [a] = battle.current;
    a.fail(true);
    battle.ask(2, 'And?');
    assert.ok(!battle.canRetry(a));
  });

  it('notifies its listener of every transition', () => {
    let calls = 0;
    const battle = new Battle(() => calls++);
    battle.begin('1', null);
    battle.ask(1, 'Why?');
    battle.setBusy(true);
    battle.becomeReady(true);
    battle.open(null);
    assert.equal(calls, 5);
    assert.equal(battle.turn, 0);
  });

  it('takes over what the server knows', () => {
    const battle = new Battle();
    battle.open('1');
    const answers = [
      { side: 'A', text: 'Hel', state: 'STREAMING' },
      { side: 'B', text: null, state: 'STREAMING' },
    ];
    battle.restore({ state: 'STREAMING', blind: true, turns: [{ turn: 1, prompt: 'Why?', answers }] });
    assert.deepEqual(
      battle.current.map(({ text, state, model }) => [text, state, model]),
      [
        ['Hel', 'streaming', null],
        ['', 'waiting', null],
      ],
    );
    assert.ok(battle.waits);
  });

  it('takes over a vote with its models, reasoning and figures', () => {
    const battle = new Battle();
    battle.open('1');
    const answers = [
      { side: 'A', text: 'Yes', state: 'DONE', seconds: 2 },
      { side: 'B', text: 'No', state: 'DONE', seconds: 3 },
    ];
    const reveal = { modelA: { name: 'One' }, modelB: { name: 'Two' } };
    battle.restore({ state: 'VOTED', blind: true, reveal, turns: [{ turn: 1, prompt: 'Why?', answers }] });
    assert.ok(battle.over);
    assert.equal(battle.reveal, reveal);
    assert.equal(battle.answer(1, 'B').model.name, 'Two');
    assert.equal(battle.answer(1, 'B').details.seconds, 3);
  });

  it('keeps the end of a withdrawn one without a verdict', () => {
    const battle = new Battle();
    battle.open('1');
    battle.restore({ state: 'WITHDRAWN', turns: [] });
    assert.ok(battle.over && battle.reveal === null);
  });
});

describe('An answer', () => {
  it('grows by chunks, and begins anew when a new stream sends it from its start', () => {
    const [answer] = begun().current;
    answer.append('Hel');
    answer.append('lo');
    assert.equal(answer.text, 'Hello');
    answer.expectAnew();
    assert.equal(answer.text, 'Hello');
    answer.append('Hello, ');
    answer.append('you');
    assert.equal(answer.text, 'Hello, you');
    assert.equal(answer.state, 'streaming');
  });

  it('keeps its text when it fails, and replaces it after a retry', () => {
    const [answer] = begun().current;
    answer.append('Hel');
    answer.fail(true);
    assert.equal(answer.text, 'Hel');
    answer.retry();
    assert.equal(answer.text, '');
    answer.append('Hi');
    answer.finish('length');
    assert.deepEqual([answer.text, answer.state, answer.finishReason], ['Hi', 'done', 'length']);
  });

  it('is as before when a retry is refused', () => {
    const [answer] = begun().current;
    answer.append('Hel');
    answer.stop();
    answer.set(answer.retry());
    assert.deepEqual([answer.text, answer.state], ['Hel', 'stopped']);
  });
});
