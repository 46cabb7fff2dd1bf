package org.dohyo.leaderboard.chart;

import java.util.Locale;

/**
 * Writes a picture. Colours are attributes, so that it looks right without a style sheet; a page may override them by
 * class, except for the class {@code in}, text on a coloured ground.
 */
public final class Svg {

    public static final String INK = "#1c1b19";
    public static final String SOFT = "#57534c";
    public static final String HAIRLINE = "#d9d5cc";

    private final StringBuilder out = new StringBuilder(4_096);

    public Svg(double width, double height, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"")
                .append(number(width))
                .append("\" height=\"").append(number(height)).append("\" viewBox=\"0 0 ").append(number(width))
                .append(' ')
                .append(number(height)).append("\" font-family=\"system-ui, sans-serif\" font-size=\"13\"><title>")
                .append(escaped(title)).append("</title>");
    }

    /** With one decimal, unless that is 0. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Opens a group, up to {@link #end}, that shows a tooltip. */
    public Svg group(String tooltip) {
        out.append("<g><title>").append(escaped(tooltip)).append("</title>");
        return this;
    }

    public Svg end() {
        out.append("</g>");
        return this;
    }

    public Svg line(double x1, double y1, double x2, double y2, String style, String colour, double width) {
        out.append("<line class=\"").append(style).append("\" x1=\"").append(number(x1)).append("\" y1=\"")
                .append(number(y1))
                .append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2)).append("\" stroke=\"")
                .append(colour).append("\" stroke-width=\"").append(number(width)).append("\"/>");
        return this;
    }

    public Svg rect(double x, double y, double width, double height, String style, String colour) {
        out.append("<rect class=\"").append(style).append("\" x=\"").append(number(x)).append("\" y=\"")
                .append(number(y))
                .append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height))
                .append("\" fill=\"")
                .append(colour).append("\"/>");
        return this;
    }

    public Svg dot(double x, double y, double radius, String style, String colour) {
        out.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x)).append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"").append(number(radius)).append("\" fill=\"").append(colour).append("\"/>");
        return this;
    }

    /** @param points as in the attribute of a polyline */
    public Svg path(String points, String style, String colour, String dashes) {
        out.append("<polyline class=\"").append(style).append("\" fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append(dashes.isEmpty() ? "" : "\" stroke-dasharray=\"" + dashes).append("\" points=\"").append(points)
                .append("\"/>");
        return this;
    }

    /** @param points of an area */
    public Svg area(String points, String style, String colour) {
        out.append("<polygon class=\"").append(style).append("\" fill-opacity=\"0.15\" fill=\"").append(colour)
                .append("\" points=\"").append(points).append("\"/>");
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    public Svg text(double x, double y, String anchor, String style, String colour, String text) {
        out.append("<text class=\"").append(style).append("\" x=\"").append(number(x)).append("\" y=\"")
                .append(number(y))
                .append("\" dy=\".35em\" text-anchor=\"").append(anchor).append("\" fill=\"").append(colour)
                .append("\">")
                .append(escaped(text)).append("</text>");
        return this;
    }

    /** Upright, read from below, ending at that point. */
    public Svg upright(double x, double y, String text) {
        out.append("<text class=\"soft\" transform=\"translate(").append(number(x)).append(' ').append(number(y))
                .append(") rotate(-90)\" dy=\".35em\" fill=\"").append(SOFT).append("\">").append(escaped(text))
                .append("</text>");
        return this;
    }

    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
