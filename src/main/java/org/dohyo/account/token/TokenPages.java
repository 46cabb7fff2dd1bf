package org.dohyo.account.token;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page for API tokens. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
@RolesAllowed(Role.Name.READER)
public class TokenPages {

    private final ApiTokens tokens;
    private final Languages languages;
    private final SignedIn signedIn;

    TokenPages(ApiTokens tokens, Languages languages, SignedIn signedIn) {
        this.tokens = tokens;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance tokens(List<ApiTokens.View> tokens, List<Scope> offered, String locale,
                String path);
    }

    @GET
    @Path("desk/tokens")
    public TemplateInstance tokens(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<Scope> offered = Arrays.stream(Scope.values()).filter(scope -> signedIn.may(scope.role())).toList();
        return Templates.tokens(tokens.all(ApiTokens.owner(signedIn)), offered, locale, "/desk/tokens")
                .setLocale(locale);
    }
}
