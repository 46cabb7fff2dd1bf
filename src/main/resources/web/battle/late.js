let afterLoading = () => {};

/** Registers a callback for each library that has been loaded, so that text can be redrawn with it. */
export function onLoaded(listener) {
  afterLoading = listener;
}

/** A library that is loaded on first use; null until it is loaded, and permanently if loading fails. */
export function late(load) {
  let library = null;
  let started = false;
  return () => {
    if (!started) {
      started = true;
      load().then(
        (module) => {
          library = module.default;
          afterLoading();
        },
        () => {
          // Without the library the text stays plain.
        },
      );
    }
    return library;
  };
}

/** Caches up to that many results by key, because a growing text is drawn anew in each frame. */
export function remembering(most, make) {
  const known = new Map();
  return (key, ...rest) => {
    if (!known.has(key)) {
      if (known.size >= most) known.delete(known.keys().next().value);
      known.set(key, make(...rest));
    }
    return known.get(key);
  };
}
