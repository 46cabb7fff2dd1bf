package org.dohyo.dataset.release.search;

/** A place in a text, in characters: {@code first} is in it, {@code last} is behind it. */
record Span(Detector kind, int first, int last) {
}
