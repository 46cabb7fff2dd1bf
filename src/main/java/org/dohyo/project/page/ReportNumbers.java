package org.dohyo.project.page;

import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Numbers as the report prints them. */
@TemplateExtension
final class ReportNumbers {

    private ReportNumbers() {
    }

    /** In whole points, with a minus sign; a dash for an unknown one. */
    static String points(Double value) {
        return value == null ? "–" : Long.toString(Math.round(value)).replace('-', '−');
    }

    /** With two decimals and a minus sign; a dash for an unknown one. */
    static String hundredths(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }
}
