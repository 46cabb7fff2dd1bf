package org.dohyo.project.page;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.dataset.exports.ExportParameters;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on what leaves a project, and on its copies and its end. */
@Path("/desk/projects/{slug}/out")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ProjectOutPages {

    private final Projects projects;
    private final ProjectAccess access;
    private final ExportParameters exports;
    private final Languages languages;

    ProjectOutPages(Projects projects, ProjectAccess access, ExportParameters exports, Languages languages) {
        this.projects = projects;
        this.access = access;
        this.exports = exports;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance out(Projects.View project, boolean owner, List<String> formats, String locale,
                String path);
    }

    @GET
    public TemplateInstance out(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean owner = access.read(slug).owner();
        return Templates.out(projects.one(slug), owner, exports.formats(), locale, "/desk/projects/" + slug + "/out")
                .setLocale(locale);
    }
}
