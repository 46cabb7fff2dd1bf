package org.dohyo.model;

import java.math.BigDecimal;

/**
 * What calls to a model would take, estimated beforehand.
 *
 * @param cost null if the model has no price; so is {@code currency}
 * @param currency ISO 4217
 */
public record CallForecast(long calls, long promptTokens, long completionTokens, BigDecimal cost, String currency) {
}
