package org.dohyo.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.dohyo.provider.CallObserver.Call;
import org.junit.jupiter.api.Test;

class EndedCallsTest {

    private final EndedCalls ended = new EndedCalls();
    private final List<Call> written = new ArrayList<>();

    @Test
    void databaseAway_losesNone() {
        ended.add(call(1));
        ended.add(call(2));
        assertThatThrownBy(() -> ended.write(calls -> {
            throw new IllegalStateException(new SQLException("no connection", "08001"));
        })).isInstanceOf(IllegalStateException.class);
        ended.add(call(3));
        ended.write(written::addAll);
        ended.write(written::addAll);

        assertThat(written).extracting(Call::model).containsExactly(1L, 2L, 3L);
    }

    /** What can't be written would keep all later ones from being written. */
    @Test
    void otherFailure_dropsWhatCannotBeWritten() {
        ended.add(call(1));
        assertThatThrownBy(() -> ended.write(calls -> {
            throw new IllegalStateException("a number out of range");
        })).isInstanceOf(IllegalStateException.class);
        ended.write(written::addAll);

        assertThat(written).isEmpty();
    }

    private static Call call(long model) {
        return new Call(model, null, false, 100L, 200, 10);
    }
}
