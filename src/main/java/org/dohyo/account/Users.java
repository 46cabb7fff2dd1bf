package org.dohyo.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.web.Refusal;

/** The accounts as admins manage them. A new password and a disabled account end all sessions of the account. */
@ApplicationScoped
public class Users {

    private final Account.Repository accounts;
    private final AccountSession.Repository sessions;
    private final Audit audit;
    private final Event<Disabled> disabled;
    private final Clock clock;

    Users(Account.Repository accounts, AccountSession.Repository sessions, Audit audit, Event<Disabled> disabled,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.disabled = disabled;
        this.clock = clock;
    }

    /** @param sessions the number of open sessions */
    public record User(String name, Role role, Instant createdAt, Instant disabledAt, long sessions) {
    }

    /** A change of an account; null leaves the value as it is. */
    public record Change(Role role, String password, Boolean disabled) {

        void applyTo(Account account, Instant now) {
            if (role != null) {
                account.changeRole(role);
            }
            if (password != null) {
                account.changePassword(password);
            }
            if (Boolean.TRUE.equals(disabled)) {
                account.disable(now);
            } else if (Boolean.FALSE.equals(disabled)) {
                account.enable();
            }
        }
    }

    /** An account was disabled, in the transaction that does it. */
    public record Disabled(String name) {
    }

    /** An open session. */
    public record OpenSession(long id, Instant createdAt, Instant expiresAt, String agent) {
    }

    @Transactional
    public List<User> all() {
        return accounts.users(clock.instant()).toList();
    }

    private User one(String name) {
        return accounts.users(clock.instant()).filter(user -> user.name().equals(name)).findFirst()
                .orElseThrow(Users::unknown);
    }

    private static Refusal unknown() {
        return Refusal.of(AccountMessages.class, Status.NOT_FOUND, "no-such-user", AccountMessages::noSuchUser);
    }

    private static Refusal taken() {
        return Refusal.of(AccountMessages.class, Status.CONFLICT, "name-taken", AccountMessages::nameTaken);
    }

    @Transactional
    public User create(String name, Role role, String password, String who) {
        if (!accounts.add(name, password, role, clock.instant())) {
            throw taken();
        }
        User user = one(name);
        audit.record(who, "create", "account:" + name, null, user);
        return user;
    }

    /** Refuses a change that would leave no enabled admin, with 409. */
    @Transactional
    public User change(String name, Change change, String who) {
        List<Account> locked = accounts.lockWithAdmins(name);
        Account account = locked.stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(Users::unknown);
        User before = one(name);
        boolean wasActiveAdmin = account.isActiveAdmin();
        change.applyTo(account, clock.instant());
        if (wasActiveAdmin && locked.stream().noneMatch(Account::isActiveAdmin)) {
            throw Refusal.of(AccountMessages.class, Status.CONFLICT, "last-admin", AccountMessages::lastAdmin);
        }
        if (!account.isEnabled() || change.password() != null) {
            sessions.endAll(name);
        }
        if (!account.isEnabled()) {
            disabled.fire(new Disabled(name));
        }
        User after = one(name);
        audit.record(who, change.password() == null ? "change" : "change with password", "account:" + name, before,
                after);
        return after;
    }

    /** Sets a new password for the caller's own account, which ends all its sessions. */
    @Transactional
    void changePassword(String name, String password) {
        accounts.findByName(name).orElseThrow(Users::unknown).changePassword(password);
        sessions.endAll(name);
        audit.record(name, "change own password", "account:" + name, null, null);
    }

    /**
     * The account of a person whom an identity provider has signed in, made at the first time, with the role that the
     * provider's groups give now. Never an account that has the same name and another subject.
     *
     * @param role null for a person without rights at the desk, of whom no name is kept
     * @throws Refusal 403 if the account is disabled
     */
    @Transactional
    public Account signedOn(byte[] subjectHash, String name, Role role) {
        String digits = HexFormat.of().formatHex(subjectHash, 0, 4);
        List<String> names = role == null ? List.of("voter-" + HexFormat.of().formatHex(subjectHash, 0, 16))
                : List.of(name, name + "-" + digits);
        Account account = accounts.findBySubject(subjectHash).orElseGet(() -> added(subjectHash, names, role));
        if (!account.isEnabled()) {
            throw Refusal.of(AccountMessages.class, Status.FORBIDDEN, "account-disabled",
                    AccountMessages::accountDisabled);
        }
        if (account.role() != role) {
            changeRole(account, names, role);
        }
        return account;
    }

    private Account added(byte[] subjectHash, List<String> names, Role role) {
        for (String name : names) {
            accounts.addSignedOn(subjectHash, name, role, clock.instant());
            Optional<Account> account = accounts.findBySubject(subjectHash);
            if (account.isPresent()) {
                if (role != null) {
                    audit.record(name, "create by sign-on", "account:" + name, null, one(name));
                }
                return account.get();
            }
        }
        throw taken();
    }

    private void changeRole(Account account, List<String> names, Role role) {
        Map<String, Role> before = Collections.singletonMap("role", account.role());
        if (account.role() == null) {
            account.rename(names.stream().filter(name -> accounts.findByName(name).isEmpty()).findFirst()
                    .orElse(account.name()));
        }
        account.changeRole(role);
        audit.record(account.name(), "change by sign-on", "account:" + account.name(), before,
                Collections.singletonMap("role", role));
    }

    /** Makes the account {@code admin} an enabled admin again, with that password and without open sessions. */
    @Transactional
    void restoreAdmin(String password) {
        Account admin = accounts.findByName(Role.Name.ADMIN).orElseThrow(Users::unknown);
        new Change(Role.ADMIN, password, false).applyTo(admin, clock.instant());
        sessions.endAll(Role.Name.ADMIN);
    }

    @Transactional
    public List<OpenSession> sessions(String name) {
        one(name);
        return sessions.openOf(name, clock.instant());
    }

    @Transactional
    public void endSessions(String name, String who) {
        User user = one(name);
        sessions.endAll(name);
        audit.record(who, "end sessions", "account:" + name, user, one(name));
    }
}
