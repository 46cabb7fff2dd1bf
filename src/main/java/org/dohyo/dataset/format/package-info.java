/**
 * The formats of vote files. Start at {@link org.dohyo.dataset.format.VoteFormat}: a format reads one record and gives
 * the {@link org.dohyo.dataset.format.Comparison}s in it, the one form that is stored. A new format is one more bean.
 * Plain Java on JSON; it uses {@code text} for categories and {@code battle} for outcomes.
 */
package org.dohyo.dataset.format;
