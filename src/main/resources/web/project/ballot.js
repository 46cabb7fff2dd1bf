/**
 * A judgement that is being made.
 *
 * questions: the criteria in their order, each with its slug, whether it is required, and the names of its choices.
 */
export class Ballot {
  #questions;
  #chosen = new Map();

  constructor(questions) {
    this.#questions = questions;
  }

  /** The ratings by criterion. */
  get ratings() {
    return Object.fromEntries(this.#chosen);
  }

  choose(slug, choice) {
    this.#chosen.set(slug, choice);
  }

  /** The first criterion without a choice; undefined if all have one. */
  get open() {
    return this.#questions.find(({ slug }) => !this.#chosen.has(slug));
  }

  /** The first required criterion without a choice. */
  get missing() {
    return this.#questions.find(({ slug, required }) => required && !this.#chosen.has(slug));
  }

  /**
   * Chooses by a digit, from 1, in the first criterion without a choice, or in the only one again. Returns the criterion's
   * slug and the choice, or undefined if the digit means nothing.
   */
  press(digit) {
    const question = this.open ?? (this.#questions.length === 1 ? this.#questions[0] : undefined);
    const choice = question?.choices[digit - 1];
    if (!choice) return undefined;
    this.choose(question.slug, choice);
    return { slug: question.slug, choice };
  }
}
