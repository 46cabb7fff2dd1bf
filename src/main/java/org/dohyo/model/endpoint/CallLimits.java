package org.dohyo.model.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.model.Model;
import org.dohyo.support.Problem;

/**
 * Enforces a model's limits over all replicas: the counters are rows. A request is counted when it starts. Tokens are
 * known only at the end, so answers in progress when the month's budget is reached may exceed it.
 */
@ApplicationScoped
public class CallLimits {

    private final EndpointMinute.Repository minutes;
    private final EndpointMonth.Repository months;
    private final EndpointCircuit.Repository circuits;
    private final Clock clock;

    CallLimits(EndpointMinute.Repository minutes, EndpointMonth.Repository months,
            EndpointCircuit.Repository circuits, Clock clock) {
        this.minutes = minutes;
        this.months = months;
        this.circuits = circuits;
        this.clock = clock;
    }

    /** Models that may not be called now, because a limit is reached or their endpoint's circuit is open. */
    public Set<Long> unavailable() {
        Instant now = clock.instant();
        return Set.copyOf(circuits.unavailable(now.truncatedTo(ChronoUnit.MINUTES), month(now)));
    }

    /** The first day of a time's month in UTC. */
    static LocalDate month(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1);
    }

    /** Counts one call in the caller's transaction. A model without limits costs nothing here. */
    void take(Model model) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (model.requestsPerMinute != null && !minutes.start(model.id, minute, model.requestsPerMinute)) {
            throw busy(Duration.between(now, minute.plus(Duration.ofMinutes(1))));
        }
        LocalDate month = month(now);
        if ((model.monthlyRequests != null || model.monthlyTokens != null) && !months.start(model, month)) {
            throw busy(Duration.between(now, month.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
        }
    }

    /** Doesn't name the model, because the battle may be blind. Callers tell it from a failure by its type. */
    private static RuntimeException busy(Duration wait) {
        return Problem.later(Status.SERVICE_UNAVAILABLE, "model-busy", "A model of this battle can't be asked for now.",
                wait);
    }
}
