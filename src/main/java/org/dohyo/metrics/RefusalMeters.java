package org.dohyo.metrics;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Calls that were refused for the moment: limits that were met, and a database that is away. */
public class RefusalMeters {

    private final MeterRegistry meters;

    RefusalMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem
                && problem.getHeaders().containsKey(HttpHeaders.RETRY_AFTER)) {
            Counter.builder("dohyo.refusals").description("Calls refused with Retry-After, by the problem's code")
                    .tag("code", String.valueOf(problem.getParameters().get("code"))).register(meters).increment();
        }
    }
}
