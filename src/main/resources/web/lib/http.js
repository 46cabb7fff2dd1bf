/** A refusal by the server: the status, the problem document, and the seconds to wait if the server names them. */
export class Refused extends Error {
  constructor(status, problem = {}, wait = problem.retryAfterSeconds) {
    super(problem.detail ?? String(status));
    Object.assign(this, { status, problem, wait });
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

/**
 * Calls the server's API and returns the JSON it answers with, or {} if there is none. A file is sent as it is, any other
 * body as JSON. Throws Refused or Unreachable.
 */
export async function call(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body) headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const response = await fetch(path, {
    method,
    headers,
    body: body && !(body instanceof Blob) ? JSON.stringify(body) : body,
  }).catch((cause) => {
    throw new Unreachable(path, { cause });
  });
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const content = isJson ? await response.json().catch(() => ({})) : {};
  if (!response.ok)
    throw new Refused(response.status, content, Number(response.headers.get('Retry-After')) || undefined);
  return content;
}
