package org.dohyo.dataset.exports;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.text.CategoryRules;
import org.dohyo.text.Task;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on data that leaves the arena. */
@Path("/desk/data")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class DataDeskPage {

    private final VoteExport export;
    private final CategoryRules categories;
    private final Languages languages;
    private final SignedIn signedIn;

    DataDeskPage(VoteExport export, CategoryRules categories, Languages languages, SignedIn signedIn) {
        this.export = export;
        this.categories = categories;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance data(List<String> formats, List<String> tasks, CategoryRules.All categories,
                boolean admin, String locale, String path);
    }

    /** The form; those who may not have texts aren't offered the formats that consist of them. */
    @GET
    public TemplateInstance data(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean admin = signedIn.may(Role.ADMIN);
        return Templates.data(admin ? export.formats() : export.formatsWithoutTexts(),
                Stream.of(Task.values()).map(Task::slug).toList(), categories.all(), admin, locale, "/desk/data")
                .setLocale(locale);
    }
}
