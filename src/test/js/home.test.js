import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, it } from 'node:test';
import { openStream } from '../../main/resources/web/lib/events.js';
import { at } from '../../main/resources/web/lib/home.js';
import { call } from '../../main/resources/web/lib/http.js';

const WEB = new URL('../../main/resources/web/', import.meta.url);

const scripts = readdirSync(WEB, { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(new URL(name, WEB), 'utf8') }));

/** Each line of each script outside comments, as "file: line". */
const lines = scripts.flatMap(({ name, text }) =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .map((line) => `${name}: ${line.trim()}`),
);

describe("The arena's own addresses", () => {
  beforeEach(() => {
    globalThis.document = Object.assign(new EventTarget(), { documentElement: { dataset: {} } });
  });

  it('are those of the host without a path', () => {
    assert.equal(at('/me'), '/me');
  });

  it('are below the path at which readers find the arena', async () => {
    document.documentElement.dataset.home = '/arena';
    const asked = [];
    globalThis.fetch = async (address) => {
      asked.push(address);
      return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
    };
    globalThis.EventSource = class extends EventTarget {
      constructor(address) {
        super();
        asked.push(address);
      }
      close() {}
    };
    await call('GET', '/api/models');
    openStream('/api/leaderboard/events', {}).close();
    assert.deepEqual([at('/me'), ...asked], ['/arena/me', '/arena/api/models', '/arena/api/leaderboard/events']);
  });

  it('are asked for in lib alone, which adds that path', () => {
    const asks = /\bfetch\(|new EventSource\(|XMLHttpRequest|sendBeacon|new WebSocket\(|new Worker\(/;
    const asking = lines.filter((line) => asks.test(line)).map((line) => line.split(':')[0]);
    assert.deepEqual([...new Set(asking)].sort(), ['lib/events.js', 'lib/http.js', 'lib/page.js', 'lib/proof.js']);
    for (const line of lines.filter((one) => /^lib\/(http|events)\.js.*(\bfetch\(|EventSource\(|\.open\()/.test(one)))
      assert.match(line, /\(at\(|, at\(/);
  });

  it('get that path where a script links or leads to them', () => {
    // Literals that lib's calls complete: as their argument, or kept for it. A slash may also part a name.
    const completed =
      /\b(call|callWithEffort|read|openStream|at|split)\(|^desk\/votes\.js: const path = |^battle\/state\.js: return |^lib\/proof\.js: const /;
    const literals = lines.filter((line) => /['"`]\/(?:[a-z]{2}|[a-z]\/|['"`?#$])/.test(line) && !completed.test(line));
    assert.deepEqual(literals, []);
    const leading =
      /\b(href|src|action): |\.(href|src|action) = |location\.(assign|replace)\(|location = |(push|replace)State\(/;
    const led = lines.filter((line) => leading.test(line) && !/\bat\(|location\.pathname/.test(line));
    assert.deepEqual(led, []);
  });
});
