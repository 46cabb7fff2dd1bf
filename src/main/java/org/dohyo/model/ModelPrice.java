package org.dohyo.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The price of a model from a day on, until the next entry. A model without entries has no known price. */
@Entity
@IdClass(ModelPrice.Key.class)
public class ModelPrice {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int CENTS = 2;

    /** A model and the first day of the price. */
    public record Key(Long modelId, LocalDate since) implements Serializable {
    }

    @Id
    public Long modelId;

    @Id
    public LocalDate since;

    /** ISO 4217. */
    public String currency;

    /** For a million tokens of the prompt, ≥ 0. */
    public BigDecimal input;

    /** For a million tokens of the answer, ≥ 0. */
    public BigDecimal output;

    /** The page that states it; may be null. */
    public String source;

    public Instant enteredAt;

    /** The cost of that many tokens, rounded up to a hundredth of the currency. */
    private BigDecimal cost(long promptTokens, long completionTokens) {
        return input.multiply(BigDecimal.valueOf(promptTokens))
                .add(output.multiply(BigDecimal.valueOf(completionTokens))).divide(MILLION, CENTS, RoundingMode.UP);
    }

    /** Prices by model. */
    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<ModelPrice, Key> {

        /** The price in force and, after it, the earlier ones. */
        public List<ModelPrice> ofModel(long modelId) {
            return list("modelId = ?1 order by since desc", modelId);
        }

        /** A forecast with the cost by the price in force. */
        public CallForecast forecast(long modelId, long calls, long promptTokens, long completionTokens) {
            return find("modelId = ?1 order by since desc", modelId).firstResultOptional()
                    .map(price -> new CallForecast(calls, promptTokens, completionTokens,
                            price.cost(promptTokens, completionTokens), price.currency))
                    .orElseGet(() -> new CallForecast(calls, promptTokens, completionTokens, null, null));
        }

        /** As {@link #ofModel} for each of these models, by its number; those that have none are missing. */
        public Map<Long, List<ModelPrice>> ofModels(Collection<Long> models) {
            return list("modelId in ?1 order by since desc", models).stream()
                    .collect(Collectors.groupingBy(price -> price.modelId));
        }

        /** What the public may know of each model that isn't under a code name: a price would give it away. */
        public List<Offer> offers() {
            return find("""
                    select m.slug, m.contextWindow, p.since, p.currency, p.input, p.output, p.source
                    from Model m left join ModelPrice p on p.modelId = m.id
                        and p.since = (select max(q.since) from ModelPrice q where q.modelId = m.id)
                    where m.unpublished is null""").project(Offer.class).list();
        }
    }
}
