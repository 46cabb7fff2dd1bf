import { at } from './home.js';

/** A refusal by the server: the status, the problem document, and the seconds to wait if the server names them. */
export class Refused extends Error {
  constructor(status, problem = {}, wait = problem.retryAfterSeconds) {
    super(problem.detail ?? String(status));
    Object.assign(this, { status, problem, wait });
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

/** The caller gave the call up by its signal. */
export class Cancelled extends Error {}

/** Has the identity provider confirm the session in the background; false if the person has to sign in again. */
async function renewed(path) {
  const done = await fetch(at(`${path}?to=${path}/done`)).catch(() => undefined);
  return done?.ok ?? false;
}

/**
 * Calls the server's API, at the arena's own path, and returns the response's JSON, or {} without a body. A file is sent
 * as is, any other body as JSON; further headers may be given. Throws Refused or Unreachable, or Cancelled if the signal aborts the call.
 */
export async function call(method, path, body, signal, further) {
  try {
    return await callOnce(method, path, body, signal, further);
  } catch (error) {
    const signOn = error.problem?.renewAt;
    if (!signOn || !(await renewed(signOn))) throw error;
    return callOnce(method, path, body, signal, further);
  }
}

/** Reads a text at the arena's own path. Throws Refused or Unreachable. */
export async function read(path) {
  const response = await fetch(at(path)).catch((cause) => {
    throw new Unreachable(path, { cause });
  });
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response.text();
}

async function callOnce(method, path, body, signal, further) {
  const headers = { Accept: 'application/json', ...further };
  if (body) headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const response = await fetch(at(path), {
    method,
    headers,
    body: body && !(body instanceof Blob) ? JSON.stringify(body) : body,
    signal,
  }).catch((cause) => {
    throw signal?.aborted ? new Cancelled(path) : new Unreachable(path, { cause });
  });
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const content = isJson ? await response.json().catch(() => ({})) : {};
  if (signal?.aborted) throw new Cancelled(path);
  if (!response.ok)
    throw new Refused(response.status, content, Number(response.headers.get('Retry-After')) || undefined);
  return content;
}

function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

/**
 * Posts a file and returns the response's JSON. Reports the share that was sent, from 0 to 1. Throws Refused or
 * Unreachable.
 */
export function upload(path, file, sent) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', at(path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(total > 0 ? loaded / total : 1));
    request.addEventListener('error', () => reject(new Unreachable(path)));
    request.addEventListener('load', () => {
      const content = answerOf(request);
      if (request.status < 300) resolve(content);
      else reject(new Refused(request.status, content, Number(request.getResponseHeader('Retry-After')) || undefined));
    });
    request.send(file);
  });
}
