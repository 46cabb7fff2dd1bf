import { Refused, Unreachable } from './http.js';

/** The page at that address as a document. The browser parses it without running anything, so no text becomes a script. */
export function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.setRequestHeader('Accept', 'text/html');
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.response) resolve(request.response);
      else reject(new Refused(request.status));
    };
    request.onerror = () => reject(new Unreachable(address));
    request.send();
  });
}
