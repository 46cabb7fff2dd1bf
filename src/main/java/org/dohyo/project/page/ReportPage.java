package org.dohyo.project.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.project.out.Report;
import org.dohyo.project.out.Reports;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** A project's report, for its owners and viewers, made to be printed. */
@Path("/projects/{slug}/report")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ReportPage {

    private final Reports reports;
    private final Languages languages;

    ReportPage(Reports reports, Languages languages) {
        this.reports = reports;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance report(Report report, String locale, String path);
    }

    @GET
    public Response report(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Response
                .ok(Templates.report(reports.of(slug), locale, "/projects/" + slug + "/report").setLocale(locale))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex").build();
    }
}
