package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

import org.dohyo.support.Hashes;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Somebody who can sign in: by a password, or by an identity provider. */
@Entity
@NamedQuery(name = "Account.add", query = """
        insert into Account (name, passwordHash, role, createdAt) values (:name, :hash, :role, :now)
        on conflict (name) do nothing""")
@NamedQuery(name = "Account.addSignedOn", query = """
        insert into Account (name, subjectHash, role, createdAt) values (:name, :subject, :role, :now)
        on conflict do nothing""")
@NamedQuery(name = "Account.users", query = """
        select a.name, a.role, a.createdAt, a.disabledAt, count(s) \
        from Account a left join a.sessions s on s.expiresAt > :now
        where a.role is not null
        group by a.id, a.name, a.role, a.createdAt, a.disabledAt order by a.name""")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    /** Null for a person whom only an identity provider signs in. */
    private String passwordHash;

    /** SHA-256 of the provider's issuer and subject; null for an account with a password alone. */
    private byte[] subjectHash;

    /** Null for a person who may vote and has no rights at the desk. */
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

    /** Null for a person without rights at the desk. */
    public Role role() {
        return role;
    }

    /** The labels of the account's rights at the desk. */
    public Set<String> rights() {
        return role == null ? Set.of() : role.rights();
    }

    /** Recognises the person among the voters: 32 bytes that don't tell who it is. */
    byte[] person() {
        return Hashes.sha256(subjectHash == null ? ("account " + id).getBytes(StandardCharsets.UTF_8) : subjectHash);
    }

    public boolean isEnabled() {
        return disabledAt == null;
    }

    boolean isActiveAdmin() {
        return role == Role.ADMIN && isEnabled();
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    /** The bcrypt hash of the password, or null. */
    String passwordHash() {
        return passwordHash;
    }

    void changeRole(Role to) {
        role = to;
    }

    void rename(String to) {
        name = to;
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

        Optional<Account> findBySubject(byte[] subjectHash) {
            return find("subjectHash", (Object) subjectHash).firstResultOptional();
        }

        /** Changes nothing if the name is taken or the person has an account already. */
        void addSignedOn(byte[] subjectHash, String name, Role role, Instant now) {
            Map<String, Object> values = new HashMap<>(Map.of("name", name, "subject", subjectHash, "now", now));
            values.put("role", role);
            update("#Account.addSignedOn", values);
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
