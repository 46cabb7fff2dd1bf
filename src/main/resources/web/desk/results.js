const failed = (result) => `✗ ${result.error}`;

/** The results of calls in words, by a form's data-show; the form's outcome has the words in its data attributes. */
export const RESULTS = {
  test: (result) =>
    result.ok ? `✓ ${result.firstTokenMillis} / ${result.totalMillis} ms: ${result.text}` : failed(result),
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
