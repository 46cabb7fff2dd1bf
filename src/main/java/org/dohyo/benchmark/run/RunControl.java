package org.dohyo.benchmark.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.support.Problem;

import io.agroal.api.AgroalDataSource;

/** Stops runs and takes them up again. */
@ApplicationScoped
public class RunControl {

    private static final String CANCEL = """
            update benchmark_run set state = 'CANCELLED', ended_at = now() where id = ? and state = 'RUNNING'""";
    private static final String HOLD = "update benchmark_item set state = 'HELD' where run_id = ? and state = 'WAITING'";
    private static final String GO_ON = """
            update benchmark_run r set state = 'RUNNING', ended_at = null where r.id = ? and r.state <> 'RUNNING'
                and exists (select from benchmark_item i where i.run_id = r.id and i.state <> 'DONE')""";
    private static final String UNDONE = """
            update benchmark_item set state = 'WAITING', attempts = 0, not_before = null, error_kind = null, error_detail = null,
                prompt = null, text = null, finish_reason = null, prompt_tokens = null, completion_tokens = null,
                settled_at = null where run_id = ? and state in ('FAILED', 'HELD')""";

    private final AgroalDataSource database;
    private final Audit audit;

    RunControl(AgroalDataSource database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** No further call is made; those on their way are hung up. What was answered stays. */
    @Transactional
    public void cancel(UUID id, String who) {
        if (update(CANCEL, id) == 0) {
            throw Problem.of(Status.CONFLICT, "not-running", "This run is not running.");
        }
        update(HOLD, id);
        audit.record(who, "cancel-run", "run:" + id, null, null);
    }

    /** What failed, or was left undone by a cancel, is asked again; what was answered is not. */
    @Transactional
    public void retry(UUID id, String who) {
        if (update(GO_ON, id) == 0) {
            throw Problem.of(Status.CONFLICT, "nothing-to-retry",
                    "This run is running, or every question of it was answered.");
        }
        update(UNDONE, id);
        audit.record(who, "retry-run", "run:" + id, null, null);
    }

    private int update(String sql, UUID id) {
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a run can't be changed", e);
        }
    }
}
