let source = null;

/** Whether the page listens to a battle now. */
export const following = () => source !== null && source.readyState !== EventSource.CLOSED;

export function unfollow() {
  source?.close();
  source = null;
}

/**
 * Listens to a battle's events from its start until it is ready: {@code take} has a function for each event, and for a
 * connection that is {@code lost} (for good or not) and there {@code again}.
 */
export function follow(path, take) {
  unfollow();
  const mine = new EventSource(path);
  source = mine;
  for (const name of ['delta', 'done', 'stopped', 'failed', 'ready']) {
    mine.addEventListener(name, (event) => {
      if (mine === source && take[name](JSON.parse(event.data)) === true) unfollow();
    });
  }
  mine.addEventListener('open', () => take.again());
  mine.addEventListener('error', () => {
    if (mine === source) take.lost(mine.readyState === EventSource.CLOSED);
  });
}
