const failed = (result) => `✗ ${result.error}`;

/** Texts for the results of calls, by a form's data-show; their templates are data attributes of the form's outcome. */
export const RESULTS = {
  test(result, words) {
    if (!result.ok) return failed(result);
    const { firstTokenMillis: first, totalMillis: whole, text } = result;
    // A function, so that no $ of an answer is taken for a place.
    return `✓ ${words.tested.replace(/\$[123]/g, (place) => ({ $1: first, $2: whole, $3: text })[place])}`;
  },
  moderation(result, words) {
    if (!result.ok) return failed(result);
    return `✓ ${result.millis} ms: ${result.flagged ? words.flagged : words.clean} ${result.categories.join(', ')}`;
  },
  category({ categories, matches }, words) {
    const finding = matches === null ? '' : words[matches ? 'matches' : 'noMatch'];
    return `${words.into}: ${categories.join(', ')}. ${finding}`;
  },
  token: ({ token }, words) => `${words.copy} ${token}`,
  secrets: (result, words) => `${words.prefix} ${result.secrets}`,
};
