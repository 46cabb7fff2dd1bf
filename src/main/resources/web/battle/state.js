const ANSWER_STATES = { STREAMING: 'streaming', DONE: 'done', FAILED: 'failed', STOPPED: 'stopped' };
const PHASES = { READY: 'ready', VOTED: 'over', WITHDRAWN: 'over', ABANDONED: 'over' };

/** One side's answer to one prompt. Its card draws it; onChange is called after every change. */
class Answer {
  text = '';
  /** waiting (no text yet), streaming, done, stopped or failed */
  state = 'waiting';
  since = Date.now();
  finishReason = null;
  retryable = true;
  /** Its model, as far as it is revealed: { name, organization, license, openWeights } */
  model = null;
  /** Figures that the server withholds until the vote: { reasoning, tokens, tokensEstimated, seconds } */
  details = null;
  onChange = () => {};
  #startsAnew = true;
  #watch;

  /** watch is called after every change, before onChange. */
  constructor(turn, side, watch = () => {}) {
    this.turn = turn;
    this.side = side;
    this.#watch = watch;
  }

  /** True once there is something to see: a text, or an end without one. */
  get begun() {
    return this.text !== '' || !this.running;
  }

  get running() {
    return this.state === 'waiting' || this.state === 'streaming';
  }

  get broken() {
    return this.state === 'failed' || this.state === 'stopped';
  }

  /** True if it failed and can't be retried, which ends the battle. */
  get lost() {
    return this.state === 'failed' && !this.retryable;
  }

  /** A new stream sends the text from its beginning, so the next chunk replaces the present text. */
  expectAnew() {
    this.#startsAnew = true;
  }

  /** Begins another attempt; returns what it replaces, for set(). */
  retry() {
    const { state, since, text } = this;
    this.expectAnew();
    this.set({ state: 'waiting', since: Date.now(), text: '' });
    return { state, since, text };
  }

  append(chunk) {
    const text = this.#startsAnew ? chunk : this.text + chunk;
    this.#startsAnew = false;
    this.set({ text, state: 'streaming' });
  }

  finish(finishReason) {
    this.set({ state: 'done', finishReason });
  }

  stop() {
    this.expectAnew();
    this.set({ state: 'stopped' });
  }

  fail(retryable) {
    this.expectAnew();
    this.set({ state: 'failed', retryable });
  }

  set(changes) {
    Object.assign(this, changes);
    this.#watch();
    this.onChange();
  }
}

/** The state of the battle page, without presentation. onChange is called after every change not within one answer. */
export class Battle {
  /** null until the first prompt is sent */
  id = null;
  /** new, answering, ready (both answers have ended) or over */
  phase = 'new';
  /** False if the voter chose the models; such a battle has no vote. */
  blind = true;
  /** True while a call is in progress; only one is made at a time. */
  busy = false;
  /** The chosen outcome while it can still be undone, or null. */
  held = null;
  /** The side that a narrow screen shows. */
  shown = 'A';
  /** True if the screen shows both sides at once. */
  together = true;
  /** The server's answer to the vote, which reveals the models. */
  reveal = null;
  /** By number: { prompt, answers: [A, B] } */
  turns = new Map();
  #names = null;
  /** The sides whose newest answer has been visible, with something to see in it. */
  #opened = new Set();
  #onChange;

  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  // ------------------------------------------------------------------------------------ questions
  path(tail = '') {
    return `/api/battles/${encodeURIComponent(this.id)}${tail}`;
  }

  /** The number of the newest turn; 0 before the first. */
  get turn() {
    return Math.max(0, ...this.turns.keys());
  }

  /** The answers of the newest turn. */
  get current() {
    return this.turns.get(this.turn)?.answers ?? [];
  }

  get answers() {
    return [...this.turns.values()].flatMap((turn) => turn.answers);
  }

  answer(turn, side) {
    return this.turns.get(turn)?.answers.find((answer) => answer.side === side);
  }

  get running() {
    return this.current.some((answer) => answer.running);
  }

  get over() {
    return this.phase === 'over';
  }

  /** True if no further prompt and no vote can follow. */
  get ended() {
    return this.over || this.current.some((answer) => answer.lost);
  }

  /** True while the answers are incomplete, so that neither a vote nor a prompt can be sent. */
  get waits() {
    return this.turn > 0 && this.phase !== 'ready';
  }

  get canAsk() {
    return !this.busy && !this.over && !this.waits && !this.held;
  }

  get canVote() {
    return this.phase === 'ready' && this.blind && this.unopened === null;
  }

  /** The side that has to be opened before a vote, or null. */
  get unopened() {
    return ['A', 'B'].find((side) => !this.#opened.has(side)) ?? null;
  }

  /** The answers of the newest turn that were stopped or have failed. */
  get broken() {
    return this.current.filter((answer) => answer.broken);
  }

  /** A stopped answer can be retried once the other one has ended, a failed one at any time. */
  canRetry(answer) {
    if (this.over || answer.turn !== this.turn) return false;
    return answer.state === 'failed' ? answer.retryable : answer.state === 'stopped' && !this.running;
  }

  // ---------------------------------------------------------------------------------- transitions
  /** Switches to another battle, or with null to a new one. */
  open(id) {
    const clean = { id, phase: 'new', blind: true, reveal: null, held: null, shown: 'A', turns: new Map() };
    this.#names = null;
    this.#opened = new Set();
    this.#set(clean);
  }

  /** The server has begun this battle; names are those of chosen models, or null if they are hidden. */
  begin(id, names) {
    this.#names = names;
    this.#set({ id, blind: names === null });
  }

  /** Adds a turn for a prompt that was sent; returns its two answers. */
  ask(turn, prompt) {
    const answers = ['A', 'B'].map((side) => new Answer(turn, side, () => this.#look()));
    this.turns.set(turn, { prompt, answers });
    this.#name(answers);
    this.#opened = new Set();
    this.#set({ phase: 'answering' });
    return answers;
  }

  /** Shows that side on a narrow screen. */
  show(shown) {
    this.shown = shown;
    this.#look();
    this.#set({});
  }

  /** The screen shows both sides at once, or one of them. */
  place(together) {
    this.together = together;
    this.#look();
    this.#set({});
  }

  /** Holds the voter's choice; null undoes it. */
  hold(outcome) {
    this.#set({ held: outcome });
  }

  /** Both answers of the newest turn have ended. */
  becomeReady(blind) {
    this.#set({ phase: 'ready', blind });
  }

  /** A vote was counted or noted. */
  conclude(reveal) {
    for (const answer of this.answers) answer.set({ model: answer.side === 'A' ? reveal.modelA : reveal.modelB });
    this.#set({ phase: 'over', reveal, held: null });
  }

  /** Adopts the server's state of the battle. */
  restore(known) {
    this.open(this.id);
    for (const { turn, prompt, answers } of known.turns) {
      this.ask(turn, prompt);
      for (const { side, text, state, finishReason } of answers) {
        const shown = state === 'STREAMING' && !text ? 'waiting' : ANSWER_STATES[state];
        this.answer(turn, side).set({ text: text ?? '', state: shown, finishReason });
      }
    }
    this.#set({ phase: PHASES[known.state] ?? 'answering', blind: known.blind !== false });
    const models = known.reveal ? [known.reveal.modelA.name, known.reveal.modelB.name] : [known.modelA, known.modelB];
    this.#names = known.reveal || !this.blind ? models : null;
    this.#name(this.answers);
    this.describe(known);
    if (known.state === 'VOTED') this.conclude(known.reveal);
  }

  /** Adopts reasoning, tokens and seconds, as far as the server sent them. */
  describe(known) {
    for (const { turn, answers } of known.turns) {
      for (const details of answers) if (details.seconds != null) this.answer(turn, details.side)?.set({ details });
    }
  }

  setBusy(busy) {
    this.#set({ busy });
  }

  /** Notes which sides are opened. An answer that begins anew has to be opened again. */
  #look() {
    for (const { side, begun } of this.current) {
      if (!begun) this.#opened.delete(side);
      else if (this.together || side === this.shown) this.#opened.add(side);
    }
  }

  #name(answers) {
    if (!this.#names) return;
    for (const answer of answers) answer.set({ model: { name: this.#names[answer.side === 'A' ? 0 : 1] ?? '' } });
  }

  #set(changes) {
    Object.assign(this, changes);
    this.#onChange(this);
  }
}
