package org.dohyo.account;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages for the caller's own account, for users and for the audit trail. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class AccountPages {

    private static final int PAGE = 50;

    private final Accounts accounts;
    private final Users users;
    private final Audit audit;
    private final Languages languages;
    private final SignedIn signedIn;

    AccountPages(Accounts accounts, Users users, Audit audit, Languages languages, SignedIn signedIn) {
        this.accounts = accounts;
        this.users = users;
        this.audit = audit;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance users(List<Users.User> users, String locale, String path);

        /** @param password true if the account has a password here */
        static native TemplateInstance own(String name, boolean admin, boolean password, String locale, String path);

        static native TemplateInstance audit(List<Audit.Entry> entries, Long next, String locale, String path);
    }

    @GET
    @Path("desk/account")
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance own(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean password = accounts.enabled(signedIn.name()).filter(Account::hasPassword).isPresent();
        return Templates.own(signedIn.name(), signedIn.may(Role.ADMIN), password, locale, "/desk/account")
                .setLocale(locale);
    }

    @GET
    @Path("desk/users")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance users(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.users(users.all(), locale, "/desk/users").setLocale(locale);
    }

    @GET
    @Path("desk/audit")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance audit(@QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<Audit.Entry> entries = audit.newest(before, PAGE);
        Long next = entries.size() < PAGE ? null : (Long) entries.get(PAGE - 1).id();
        return Templates.audit(entries, next, locale, "/desk/audit").setLocale(locale);
    }
}
