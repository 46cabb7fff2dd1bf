package org.dohyo.project.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.project.quality.QualityView;
import org.dohyo.project.quality.QualityViews;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** How far annotators agree, for owners, who decide here about items and annotators, and for viewers. */
@Path("/desk/projects/{slug}/quality")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class QualityPages {

    private final Projects projects;
    private final ProjectAccess access;
    private final QualityViews views;
    private final Languages languages;

    QualityPages(Projects projects, ProjectAccess access, QualityViews views, Languages languages) {
        this.projects = projects;
        this.access = access;
        this.views = views;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance quality(Projects.View project, boolean owner, QualityView quality,
                String locale, String path);
    }

    @GET
    public TemplateInstance quality(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean owner = access.read(slug).owner();
        return Templates.quality(projects.one(slug), owner, views.of(slug), locale,
                "/desk/projects/" + slug + "/quality").setLocale(locale);
    }
}
