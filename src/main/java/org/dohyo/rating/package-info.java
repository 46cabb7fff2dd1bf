/** Plain arithmetic: from vote counts to ratings and intervals, and from weights to pairs. Models are 0 … n−1 here. */
package org.dohyo.rating;
