const failed = (result) => `✗ ${result.error}`;

/** The results of calls in words, by a form's data-show; the form's outcome has the words in its data attributes. */
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
  secrets: (result, words) => `${words.prefix} ${result.secrets}`,
};
