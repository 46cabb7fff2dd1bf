package org.dohyo.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.hibernate.Session;

import io.quarkus.elytron.security.common.BcryptUtil;

/** Those who may sign in, as an admin looks after them. Whoever loses a password or an account loses all sessions with it. */
@ApplicationScoped
public class Users {

    private final Session database;
    private final Audit audit;
    private final Clock clock;

    Users(Session database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param sessions how many are open now */
    public record User(String name, String role, Instant createdAt, Instant disabledAt, long sessions) {
    }

    /** What is to change; null leaves it as it is. */
    public record Change(String role, String password, Boolean disabled) {
    }

    /** An open session. */
    public record OpenSession(long id, Instant createdAt, Instant expiresAt, String agent) {
    }

    @Transactional
    public List<User> all() {
        return database.createNativeQuery("""
                select a.name, a.role, a.created_at, a.disabled_at,
                    (select count(*) from account_session s where s.account_id = a.id and s.expires_at > :now)
                from account a order by a.name""", Object[].class)
                .addScalar("name", String.class).addScalar("role", String.class).addScalar("created_at", Instant.class)
                .addScalar("disabled_at", Instant.class).addScalar("count", Long.class)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC)).getResultStream()
                .map(row -> new User((String) row[0], (String) row[1], (Instant) row[2], (Instant) row[3], (Long) row[4]))
                .toList();
    }

    private User one(String name) {
        return all().stream().filter(user -> user.name().equals(name)).findFirst().orElseThrow(Users::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "no-such-user", "Nobody has this name.");
    }

    @Transactional
    public User create(String name, String role, String password, String who) {
        int made = database.createNativeMutationQuery("insert into account (name, password_hash, role, created_at) "
                + "values (:name, :hash, :role, :now) on conflict (name) do nothing")
                .setParameter("name", name).setParameter("hash", BcryptUtil.bcryptHash(password)).setParameter("role", role)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC)).executeUpdate();
        if (made == 0) {
            throw Problem.of(Status.CONFLICT, "name-taken", "Somebody else has this name.");
        }
        User user = one(name);
        audit.record(who, "create", "account:" + name, null, user);
        return user;
    }

    @Transactional
    public User change(String name, Change change, String who) {
        // All admins' rows, so that two of them can't take each other's role at the same time.
        database.createNativeQuery("select id from account where role = 'admin' or name = :name order by id for update",
                Long.class).setParameter("name", name).getResultList();
        User before = one(name);
        String role = Objects.requireNonNullElse(change.role(), before.role());
        boolean disabled = Objects.requireNonNullElse(change.disabled(), before.disabledAt() != null);
        if (isActiveAdmin(before) && (disabled || !role.equals(Account.ADMIN))
                && all().stream().filter(Users::isActiveAdmin).count() == 1) {
            throw Problem.of(Status.CONFLICT, "last-admin", "Somebody has to stay admin.");
        }
        database.createNativeMutationQuery("update account set role = :role, disabled_at = case when :disabled then "
                + "coalesce(disabled_at, :now) end where name = :name").setParameter("role", role)
                .setParameter("disabled", disabled).setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("name", name).executeUpdate();
        if (change.password() != null) {
            database.createNativeMutationQuery("update account set password_hash = :hash where name = :name")
                    .setParameter("hash", BcryptUtil.bcryptHash(change.password())).setParameter("name", name).executeUpdate();
        }
        if (disabled || change.password() != null) {
            end(name);
        }
        User after = one(name);
        audit.record(who, change.password() == null ? "change" : "change with password", "account:" + name, before, after);
        return after;
    }

    private static boolean isActiveAdmin(User user) {
        return user.role().equals(Account.ADMIN) && user.disabledAt() == null;
    }

    @Transactional
    public List<OpenSession> sessions(String name) {
        one(name);
        return database.createNativeQuery("""
                select s.id, s.created_at, s.expires_at, s.agent from account_session s join account a on a.id = s.account_id
                where a.name = :name and s.expires_at > :now order by s.created_at desc""", Object[].class)
                .addScalar("id", Long.class).addScalar("created_at", Instant.class).addScalar("expires_at", Instant.class)
                .addScalar("agent", String.class).setParameter("name", name)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC)).getResultStream()
                .map(row -> new OpenSession((Long) row[0], (Instant) row[1], (Instant) row[2], (String) row[3])).toList();
    }

    /** Ends all sessions of somebody. */
    @Transactional
    public void endSessions(String name, String who) {
        User user = one(name);
        end(name);
        audit.record(who, "end sessions", "account:" + name, user, one(name));
    }

    private void end(String name) {
        database.createNativeMutationQuery("delete from account_session where account_id = "
                + "(select id from account where name = :name)").setParameter("name", name).executeUpdate();
    }
}
