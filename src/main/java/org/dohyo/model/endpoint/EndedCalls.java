package org.dohyo.model.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.dohyo.provider.CallObserver.Call;
import org.dohyo.support.DatabaseAway;

/** Calls whose results are yet to be written. Thread-safe. */
final class EndedCalls {

    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();

    void add(Call call) {
        waiting.add(call);
    }

    /** Hands all of them over to be written. If that fails because the database is away, they come again next time. */
    void write(Consumer<List<Call>> writer) {
        List<Call> calls = new ArrayList<>();
        for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
            calls.add(call);
        }
        if (calls.isEmpty()) {
            return;
        }
        try {
            writer.accept(calls);
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                waiting.addAll(calls);
            }
            throw e;
        }
    }
}
