package org.dohyo.vote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Blocking;

/** The vote log, open to everyone: from it anyone can recompute a board. */
@Path("/api/log/entries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LogResource {

    private static final int MOST = 1_000;

    private final AgroalDataSource database;

    LogResource(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param leaf the canonical JSON whose hash the leaf hash is
     * @param leafHash SHA-256 of a zero byte and the leaf, in hexadecimal
     */
    public record Entry(long position, @JsonRawValue String leaf, String leafHash) {
    }

    public record Entries(long size, List<Entry> entries) {
    }

    /** Entries from a position (0 is the first) on, at most 1,000 at once. */
    @GET
    public Entries entries(@QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("limit") @DefaultValue("100") int limit) throws SQLException {
        if (from < 0) {
            throw Problem.field(Status.BAD_REQUEST, "from", "query", "must not be negative");
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.field(Status.BAD_REQUEST, "limit", "query", "must be 1 to " + MOST);
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select h.size, e.position, e.leaf, e.leaf_hash from log_head h
                        left join (select * from log_entry where position >= ? order by position limit ?) e on true
                        order by e.position""")) {
            select.setLong(1, from);
            select.setInt(2, limit);
            return read(select);
        }
    }

    private static Entries read(PreparedStatement select) throws SQLException {
        long size = 0;
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                size = row.getLong("size");
                if (row.getString("leaf") != null) {
                    entries.add(new Entry(row.getLong("position"), row.getString("leaf"), Leaf.hex(row.getBytes("leaf_hash"))));
                }
            }
        }
        return new Entries(size, entries);
    }
}
