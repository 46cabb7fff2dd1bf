package org.dohyo.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the desk's pages for users and for the audit trail. */
@MessageBundle("account")
public interface AccountMessages {

    @Message("Name")
    String name();

    @Message("Password")
    String password();

    @Message("Your account")
    String own();

    @Message("Signed in as")
    String signedInAs();

    @Message("Change password")
    String changePassword();

    @Message("Current password")
    String currentPassword();

    @Message("New password")
    String newPassword();

    @Message("New password, once more")
    String repeatPassword();

    @Message("At least 12 characters. A new password ends all open sessions of the account.")
    String passwordHint();

    @Message("Show passwords")
    String showPasswords();

    @Message("Set password")
    String setPassword();

    @Message("Enable")
    String enable();

    @Message("Users")
    String users();

    @Message("Audit trail")
    String auditTrail();

    @Message("Older")
    String older();

    @Message("Role")
    String role();

    @Message("admin")
    String admin();

    @Message("moderator")
    String moderator();

    @Message("reader")
    String reader();

    @Message("Readers can view everything. Moderators can also exclude and restore votes, erase texts and ban voters. Admins can do everything.")
    String roleHint();

    @Message("Open sessions")
    String openSessions();

    @Message("End sessions")
    String endSessions();

    @Message("Disable")
    String disable();

    @Message("disabled")
    String disabled();

    @Message("active")
    String active();

    @Message("Add a user")
    String addUser();

    @Message("Change role")
    String makeRole();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Export")
    String export();

    @Message("Both days are included, in UTC. Leave a field empty for an open range. The export is recorded here too.")
    String exportHint();

    @Message("First day")
    String exportFrom();

    @Message("Last day")
    String exportTo();

    @Message("Format")
    String exportFormat();

    @Message("Download")
    String exportFile();

    @Message("No changes yet.")
    String noEntries();

    @Message("Changes")
    String changes();

    @Message("Field")
    String field();

    @Message("The name or the password is wrong.")
    String wrongCredentials();

    @Message("Too many wrong passwords for this name. Try again in {seconds} s.")
    String tooManyGuesses(long seconds);

    @Message("Nobody has this name.")
    String noSuchUser();

    @Message("Somebody else has this name.")
    String nameTaken();

    @Message("Somebody has to stay admin.")
    String lastAdmin();

    @Message("This account is disabled.")
    String accountDisabled();

    @Message("This link was used or has run out. Restart the server for a new one: with DOHYO_ADMIN_RESET_PASSWORD=true if the account admin has a password already.")
    String setupLinkInvalid();

    @Message("Passwords are switched off here (dohyo.session.local): sign in at /sign-on.")
    String noLocalSignIn();

    @Message("The identity provider has to confirm this session again: open {address}.")
    String sessionUnconfirmed(String address);

    @Message("This needs the role {roles}.")
    String needsRole(String roles);

    @Message("This account has no right to make this call.")
    String noRight();

    @Message("must have at least {least} characters, none of them the null character")
    String shortPassword(int least);

    @Message("must fit into {most} bytes")
    String longPassword(int most);

    @Message("must be the same as the new password")
    String otherPassword();

    @Message("is not the present password")
    String notThePassword();

    @Message("The identity provider can’t be reached. Try again soon, or sign in with a password.")
    String providerUnreachable();

    @Message("The identity provider’s answer was not accepted. Start again at /desk/sign-in.")
    String signOnFailed();

    @Message("No identity provider is set (dohyo.oidc.issuer).")
    String noProvider();

    @Message("Another site asked to sign you out.")
    String foreignSignOut();
}
