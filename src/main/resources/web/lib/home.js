/** The address of one of the arena's own paths: below the path at which readers find the arena, if it has one. */
export const at = (path) => (document.documentElement.dataset.home ?? '') + path;
