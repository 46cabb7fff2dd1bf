package org.dohyo.model.admin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dohyo.model.ModelPrice;
import org.dohyo.web.Fields;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;

/** Reads the price in an admin's request: an object with the currency, both amounts, the first day, and the source. */
final class PriceForm {

    static final String FIELD = "price";

    private static final Set<String> KNOWN = Set.of("price.currency", "price.input", "price.output", "price.since",
            "price.source");
    /** Also of the smallest unit of the cheapest currency. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final int DECIMALS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int LONGEST_SOURCE = 2_000;
    /** Without metals, funds' units and test codes, which have no decimals of their own. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0).map(Currency::getCurrencyCode)
            .collect(Collectors.toCollection(TreeSet::new));

    private PriceForm() {
    }

    /** @throws Refusal 400 naming the invalid member as {@code price.member} */
    static ModelPrice read(Fields request, Instant now) {
        Map<String, Object> members = new LinkedHashMap<>();
        request.object(FIELD).forEach((name, value) -> members.put(FIELD + "." + name, value));
        Fields fields = new Fields(members, KNOWN);
        ModelPrice price = new ModelPrice();
        price.currency = fields.required("price.currency");
        if (!CURRENCIES.contains(price.currency)) {
            throw Refusal.field("price.currency", RequestMessages::currency);
        }
        price.input = fields.amount("price.input", MOST, DECIMALS);
        price.output = fields.amount("price.output", MOST, DECIMALS);
        price.since = fields.date("price.since", FIRST_DAY, today(now));
        price.source = fields.blank("price.source") ? null
                : ModelForm.url("price.source", fields.required("price.source")).toString();
        if (price.source != null && price.source.length() > LONGEST_SOURCE) {
            throw Refusal.field("price.source", words -> words.longest(LONGEST_SOURCE));
        }
        price.enteredAt = now;
        return price;
    }

    /** The latest date anywhere. */
    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
    }
}
