const REOPEN_MILLIS = 5000;

/**
 * A connection to a stream of server-sent events. The browser reconnects by itself and names the last event it has seen
 * (Last-Event-ID), and the server's heartbeats keep idle connections open; a new EventStream starts from the beginning.
 *
 * on: a function for each event by name, called with the event's JSON.
 * opened: called after each connection.
 * lost: called when a connection has gone, with true if the browser won't try again.
 * whileVisible: holds a connection only while the tab is seen, and opens a new one five seconds after the browser gave up.
 */
export class EventStream {
  #path;
  #options;
  #source = null;
  #reopening;
  #onVisibility = () => (document.hidden ? this.#pause() : this.#open());

  constructor(path, { on = {}, opened = () => {}, lost = () => {}, whileVisible = false }) {
    this.#path = path;
    this.#options = { on, opened, lost, whileVisible };
    if (whileVisible) document.addEventListener('visibilitychange', this.#onVisibility);
    if (!whileVisible || !document.hidden) this.#open();
  }

  /** True until the stream is closed by the page, or for good by the server. */
  get open() {
    return this.#source !== null && this.#source.readyState !== EventSource.CLOSED;
  }

  close() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#disconnect();
  }

  #open() {
    if (this.open) return;
    clearTimeout(this.#reopening);
    const { on, opened, lost, whileVisible } = this.#options;
    const source = new EventSource(this.#path);
    this.#source = source;
    for (const [name, take] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        if (source === this.#source) take(JSON.parse(event.data));
      });
    }
    source.addEventListener('open', () => source === this.#source && opened());
    source.addEventListener('error', () => {
      if (source !== this.#source) return;
      const forGood = !this.open;
      if (forGood && whileVisible) this.#reopening = setTimeout(() => document.hidden || this.#open(), REOPEN_MILLIS);
      lost(forGood);
    });
  }

  #pause() {
    this.#disconnect();
    this.#options.lost(false);
  }

  #disconnect() {
    clearTimeout(this.#reopening);
    this.#source?.close();
    this.#source = null;
  }
}
