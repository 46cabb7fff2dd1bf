let afterLoading = () => {};

/** Calls back each time that a library has arrived: text that was drawn without it can be drawn better. */
export function onLoaded(listener) {
  afterLoading = listener;
}

/** A library that is loaded when the first text needs it: null until it is there, and for good if it can't be loaded. */
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
          // The text is shown plainly.
        },
      );
    }
    return library;
  };
}

/** Remembers results by key, up to that many, since a growing text is drawn anew each frame. */
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
