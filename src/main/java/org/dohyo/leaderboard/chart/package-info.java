/**
 * Charts as SVG, each with a table of the same figures. Start at {@link org.dohyo.leaderboard.chart.Chart}; pictures
 * are written with {@link org.dohyo.leaderboard.chart.Svg}. Takes plain values of {@code leaderboard.board} and doesn't
 * depend on pages.
 */
package org.dohyo.leaderboard.chart;
