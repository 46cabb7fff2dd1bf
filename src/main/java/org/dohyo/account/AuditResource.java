package org.dohyo.account;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** The audit trail, newest entry first; {@code before} (an id) asks for the entries before that one. */
@Path("/api/admin/audit")
@RolesAllowed(Role.Name.ADMIN)
public class AuditResource {

    private static final int MAX = 500;

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    public record Page(List<Audit.Entry> entries) {
    }

    @GET
    public Page entries(@QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MAX) {
            throw Problem.field(Status.BAD_REQUEST, "limit", "query", "must be between 1 and " + MAX);
        }
        return new Page(audit.newest(before, limit));
    }
}
