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
import org.dohyo.model.Model;
import org.dohyo.project.answering.AnsweringRuns;
import org.dohyo.project.answering.AnsweringView;
import org.dohyo.project.answering.AnsweringViews;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** Models of the arena that answer a project's prompts: for owners, who start them here, and viewers. */
@Path("/desk/projects/{slug}/answering")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class AnsweringPages {

    private final Projects projects;
    private final ProjectAccess access;
    private final AnsweringViews views;
    private final AnsweringRuns runs;
    private final Languages languages;

    AnsweringPages(Projects projects, ProjectAccess access, AnsweringViews views, AnsweringRuns runs,
            Languages languages) {
        this.projects = projects;
        this.access = access;
        this.views = views;
        this.runs = runs;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance answering(Projects.View project, boolean owner, AnsweringView answering,
                List<Model.Callable> models, String locale, String path);
    }

    @GET
    public TemplateInstance answering(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean owner = access.read(slug).owner();
        return Templates.answering(projects.one(slug), owner, views.of(slug), owner ? runs.models(slug) : List.of(),
                locale, "/desk/projects/" + slug + "/answering").setLocale(locale);
    }
}
