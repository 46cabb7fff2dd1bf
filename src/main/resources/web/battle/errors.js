import { Refused } from '../lib/http.js';
import { sentences, waitOf, words } from './words.js';

const BY_CODE = {
  'no-pair': words.errorNoPair,
  'too-many-streaming': words.errorStreaming,
  'too-many-turns': words.errorTurns,
  'too-many-retries': words.errorRetries,
  'too-many-votes': words.errorVotes,
  'proof-required': words.errorProof,
  'proof-wrong': words.errorProof,
  'proof-expired': words.errorProof,
  'proof-foreign': words.errorProof,
  'proof-used': words.errorProof,
  'cross-site': words.errorSite,
  'unknown-host': words.errorSite,
};
const BY_STATUS = { 404: words.errorGone, 409: words.errorState, 429: words.errorLimit, 503: words.errorBusy };

/** For these the server's own text is shown, because only the server knows the details. */
const WORDED_BY_SERVER = new Set(['banned', 'prompt-refused', 'prompt-unchecked', 'too-many-prompts']);

/** Explains an error: what happened, what is kept, and what to do next. */
export function explain(error) {
  if (!(error instanceof Refused)) return words.errorNetwork;
  const { code, detail } = error.problem;
  if (WORDED_BY_SERVER.has(code) && detail) return sentences(detail, waitOf(error.wait));
  const reason = BY_CODE[code] ?? BY_STATUS[error.status] ?? (error.status < 500 ? words.errorInput : words.errorOther);
  return sentences(reason, waitOf(error.wait));
}
