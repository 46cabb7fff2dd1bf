package org.dohyo.provider.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sum of two decimal numbers that a prompt asks for. */
record Sum(BigDecimal left, char operator, BigDecimal right) {

    private static final MathContext QUOTIENT = new MathContext(10);
    // A zero in front belongs to a date or a telephone number.
    private static final String NUMBER = "((?:0|[1-9]\\d{0,2}(?:,\\d{3})++|[1-9]\\d{0,17})(?:\\.\\d{1,12})?)";
    // A hyphen or a slash between numbers mostly stands for something else unless it has room around it.
    private static final Pattern WITHIN = sum("\\s*([+*×÷])\\s*|\\s+([-/])\\s+");
    private static final Pattern ALONE = sum("\\s*([-+*×÷/])\\s*");
    private static final Pattern ASKING = Pattern.compile(
            "what(?:'s| is)|how much is|please|は|を|って|いくつ|いくら|何|なん|です|でしょう|計算して|ください|か|[\\s\\p{P}=]",
            Pattern.CASE_INSENSITIVE);

    private static Pattern sum(String operator) {
        return Pattern.compile("(?<![\\w.,:/+*×÷-]|[+*×÷/-]\\s)" + NUMBER + "(?<operator>" + operator + ")" + NUMBER
                + "(?![\\d,.:/+*×÷-]*\\d|\\s*[+*×÷/-]\\s*\\d|[A-Za-z_])");
    }

    /** Dates, ranges, telephone numbers, versions, chains of operators and divisions by zero are no such sum. */
    static Optional<Sum> in(String prompt) {
        Matcher alone = ALONE.matcher(prompt);
        if (alone.find() && ASKING.matcher(alone.replaceFirst("")).replaceAll("").isEmpty()) {
            return of(alone);
        }
        Matcher within = WITHIN.matcher(prompt);
        return within.find() ? of(within) : Optional.empty();
    }

    private static Optional<Sum> of(Matcher found) {
        Sum sum = new Sum(number(found.group(1)), found.group("operator").strip().charAt(0),
                number(found.group(found.groupCount())));
        return sum.divides() && sum.right.signum() == 0 ? Optional.empty() : Optional.of(sum);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    private boolean divides() {
        return operator == '/' || operator == '÷';
    }

    private BigDecimal value() {
        return switch (operator) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '/', '÷' -> left.divide(right, QUOTIENT);
            default -> left.multiply(right);
        };
    }

    /** Such as {@code 7 ÷ 2 = 3.5}, with ≈ where the quotient is rounded to ten digits. */
    String equation() {
        BigDecimal value = value();
        boolean exact = !divides() || value.multiply(right).compareTo(left) == 0;
        String sign = divides() ? "÷" : String.valueOf(operator).replace('*', '×');
        return plain(left) + " " + sign + " " + plain(right) + (exact ? " = " : " ≈ ") + plain(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
