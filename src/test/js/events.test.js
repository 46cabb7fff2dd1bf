import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { openStream } from '../../main/resources/web/lib/events.js';

let sources;

class FakeEventSource extends EventTarget {
  static CLOSED = 2;
  readyState = 0;

  constructor(path) {
    super();
    this.path = path;
    sources.push(this);
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  send(name, data) {
    this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data) }));
  }

  /** The connection is lost; a browser gives up for good if the server answers with an error. */
  fail(forGood) {
    if (forGood) this.close();
    this.dispatchEvent(new Event('error'));
  }
}

function show(hidden) {
  document.hidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('An event stream', () => {
  beforeEach(() => {
    sources = [];
    globalThis.EventSource = FakeEventSource;
    globalThis.document = Object.assign(new EventTarget(), { hidden: false, documentElement: { dataset: {} } });
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
  });

  it('passes on the JSON of named events, until it is closed', () => {
    const seen = [];
    const stream = openStream('/events', { on: { delta: (data) => seen.push(data.text) } });
    sources[0].send('delta', { text: 'a' });
    sources[0].send('other', { text: 'b' });
    stream.close();
    sources[0].send('delta', { text: 'c' });
    assert.deepEqual(seen, ['a']);
    assert.ok(!stream.isOpen());
  });

  it('leaves reconnecting to the browser, which knows the position, and says when it gave up', () => {
    const losses = [];
    const stream = openStream('/events', { lost: (forGood) => losses.push(forGood) });
    sources[0].fail(false);
    assert.ok(stream.isOpen());
    sources[0].fail(true);
    mock.timers.tick(60_000);
    assert.deepEqual(losses, [false, true]);
    assert.equal(sources.length, 1);
  });

  it('holds no connection while its tab is hidden, if asked to', () => {
    const losses = [];
    openStream('/events', { whileVisible: true, lost: () => losses.push('lost') });
    show(true);
    assert.equal(sources[0].readyState, FakeEventSource.CLOSED);
    assert.deepEqual(losses, ['lost']);
    show(false);
    assert.equal(sources.length, 2);
  });

  it('opens a new connection five seconds after the browser gave up, if the tab is visible', () => {
    openStream('/events', { whileVisible: true });
    sources[0].fail(true);
    mock.timers.tick(4_999);
    assert.equal(sources.length, 1);
    mock.timers.tick(1);
    assert.equal(sources.length, 2);
    sources[1].fail(true);
    show(true);
    mock.timers.tick(5_000);
    assert.equal(sources.length, 2);
  });
});
