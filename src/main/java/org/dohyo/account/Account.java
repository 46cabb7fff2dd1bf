package org.dohyo.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Somebody who can sign in to the desk. */
@Entity
@NamedQuery(name = "Account.add", query = """
        insert into Account (name, passwordHash, role, createdAt) values (:name, :hash, :role, :now)
        on conflict (name) do nothing""")
@NamedQuery(name = "Account.users", query = """
        select a.name, a.role, a.createdAt, a.disabledAt, count(s) \
        from Account a left join a.sessions s on s.expiresAt > :now
        group by a.id, a.name, a.role, a.createdAt, a.disabledAt order by a.name""")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;

    /** Since when nobody can sign in with it; null while it is enabled. */
    private Instant disabledAt;

    @OneToMany(mappedBy = "account")
    private List<AccountSession> sessions;

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public boolean isEnabled() {
        return disabledAt == null;
    }

    boolean isActiveAdmin() {
        return role == Role.ADMIN && isEnabled();
    }

    /** The bcrypt hash of the password. */
    String passwordHash() {
        return passwordHash;
    }

    void changeRole(Role to) {
        role = to;
    }

    void changePassword(String password) {
        passwordHash = BcryptUtil.bcryptHash(password);
    }

    void enable() {
        disabledAt = null;
    }

    /** Keeps the earlier time if it is disabled already. */
    void disable(Instant now) {
        disabledAt = isEnabled() ? now : disabledAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Account, Long> {

        Optional<Account> findByName(String name) {
            return find("name", name).firstResultOptional();
        }

        /** Returns false and changes nothing if the name is taken. */
        boolean add(String name, String password, Role role, Instant now) {
            return update("#Account.add", Map.of("name", name, "hash", BcryptUtil.bcryptHash(password), "role", role,
                    "now", now)) == 1;
        }

        /**
         * The account of that name and all admins' accounts, with their rows locked, so that concurrent changes can't
         * remove the last admin.
         */
        List<Account> lockWithAdmins(String name) {
            return find("role = ?1 or name = ?2 order by id", Role.ADMIN, name).withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
        }

        Stream<Users.User> users(Instant now) {
            return find("#Account.users", Map.of("now", now)).project(Users.User.class).list().stream();
        }
    }
}
