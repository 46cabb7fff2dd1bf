import { at } from './home.js';

const REOPEN_MILLIS = 5000;

/**
 * Opens a connection to a stream of server-sent events, and returns a way to close it. The browser reconnects by itself and
 * names the last event it has seen (Last-Event-ID), and the server's heartbeats keep idle connections open; a newly opened
 * stream starts from the beginning.
 *
 * on: a function for each event by name, called with the event's JSON.
 * opened: called after each connection.
 * lost: called when a connection has gone, with true if the browser won't try again.
 * whileVisible: holds a connection only while the tab is visible, and opens a new one five seconds after the browser gave up.
 */
export function openStream(path, { on = {}, opened = () => {}, lost = () => {}, whileVisible = false }) {
  let source = null;
  let reopening;
  const isOpen = () => source !== null && source.readyState !== EventSource.CLOSED;

  function connect() {
    if (isOpen() || (whileVisible && document.hidden)) return;
    clearTimeout(reopening);
    const mine = new EventSource(at(path));
    source = mine;
    const listen = (name, take) => mine.addEventListener(name, (event) => mine === source && take(event));
    for (const name in on) listen(name, (event) => on[name](JSON.parse(event.data)));
    listen('open', () => opened());
    listen('error', () => {
      if (whileVisible && !isOpen()) reopening = setTimeout(connect, REOPEN_MILLIS);
      lost(!isOpen());
    });
  }

  function disconnect() {
    clearTimeout(reopening);
    source?.close();
    source = null;
  }

  function onVisibility() {
    if (!document.hidden) return connect();
    disconnect();
    lost(false);
  }

  if (whileVisible) document.addEventListener('visibilitychange', onVisibility);
  connect();
  return {
    isOpen,
    close() {
      document.removeEventListener('visibilitychange', onVisibility);
      disconnect();
    },
  };
}
