package org.dohyo.model.endpoint;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;

import org.dohyo.model.Model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What a model used of its budget in one month (UTC). Requests count at their start, tokens at their end. */
@Entity
@IdClass(EndpointMonth.Key.class)
@NamedQuery(name = "EndpointMonth.start", query = """
        insert into EndpointMonth (modelId, month, requests, tokens) values (:model, :month, 1, 0)
        on conflict (modelId, month) do update set requests = requests + 1
        where requests < :requests and tokens < :tokens""")
@NamedQuery(name = "EndpointMonth.spend", query = """
        insert into EndpointMonth (modelId, month, requests, tokens) values (:model, :month, 0, :tokens)
        on conflict (modelId, month) do update set tokens = tokens + excluded.tokens""")
class EndpointMonth {

    record Key(Long modelId, LocalDate month) implements Serializable {
    }

    @Id
    Long modelId;

    /** Its first day. */
    @Id
    LocalDate month;

    /** Counted for models with a budget only. */
    long requests;

    long tokens;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<EndpointMonth, Key> {

        /** Counts a call that starts; returns false, and counts nothing, if the month's budget is used up. */
        boolean start(Model model, LocalDate month) {
            return update("#EndpointMonth.start", Map.of("model", model.id, "month", month,
                    "requests", model.monthlyRequests == null ? Long.MAX_VALUE : model.monthlyRequests,
                    "tokens", model.monthlyTokens == null ? Long.MAX_VALUE : model.monthlyTokens)) == 1;
        }

        void spend(long model, LocalDate month, long tokens) {
            update("#EndpointMonth.spend", Map.of("model", model, "month", month, "tokens", tokens));
        }
    }
}
