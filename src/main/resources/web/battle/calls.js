import { sentences, waitOf, words } from './words.js';

/** The server said no: with its status, its code and, where it names one, the seconds to wait. */
export class Refused extends Error {
  constructor(status, problem, wait) {
    super(problem.code ?? String(status));
    Object.assign(this, { status, code: problem.code, detail: problem.detail, wait });
  }
}

export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json', Accept: 'application/json' } : { Accept: 'application/json' },
    body: body && JSON.stringify(body),
  });
  const type = response.headers.get('Content-Type') ?? '';
  const content = type.includes('json') ? await response.json().catch(() => ({})) : {};
  if (!response.ok) {
    throw new Refused(response.status, content, Number(response.headers.get('Retry-After')) || content.retryAfterSeconds);
  }
  return content;
}

const byCode = {
  'no-pair': words.errNoPair,
  'too-many-streaming': words.errStreaming,
  'too-many-turns': words.errTurns,
};
const byStatus = { 404: words.errGone, 409: words.errState, 429: words.errLimit, 503: words.errBusy };

/** The server says these in the page's language: what they are about is known there alone. */
const told = new Set(['banned', 'prompt-refused', 'prompt-unchecked', 'too-many-prompts']);

/** What happened, what is kept, and what to do next. */
export function explain(error) {
  if (!(error instanceof Refused)) return words.errNetwork;
  if (told.has(error.code) && error.detail) return sentences(error.detail, waitOf(error.wait));
  const what = byCode[error.code] ?? byStatus[error.status] ?? (error.status < 500 ? words.errInput : words.errOther);
  return sentences(what, waitOf(error.wait));
}
