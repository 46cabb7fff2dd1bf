/**
 * The figures that an operator watches, as Micrometer meters that Prometheus reads at {@code /q/metrics}. Start at
 * {@link org.dohyo.metrics.ArenaMeters}; docs/operations/metrics.md lists every meter. Uses the rooms it measures; none
 * of them uses it.
 */
package org.dohyo.metrics;
