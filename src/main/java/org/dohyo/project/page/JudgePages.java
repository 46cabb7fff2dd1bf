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
import org.dohyo.project.judge.JudgeRuns;
import org.dohyo.project.judge.JudgeView;
import org.dohyo.project.judge.JudgeViews;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** An automatic judge beside people: for owners, who start it here, and viewers. */
@Path("/desk/projects/{slug}/judge")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class JudgePages {

    private final Projects projects;
    private final ProjectAccess access;
    private final JudgeViews views;
    private final JudgeRuns runs;
    private final Languages languages;

    JudgePages(Projects projects, ProjectAccess access, JudgeViews views, JudgeRuns runs, Languages languages) {
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

        static native TemplateInstance judge(Projects.View project, boolean owner, JudgeView judge,
                List<Model.Callable> models, String standard, String locale, String path);
    }

    @GET
    public TemplateInstance judge(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean owner = access.read(slug).owner();
        return Templates.judge(projects.one(slug), owner, views.of(slug), owner ? runs.judges(slug) : List.of(),
                runs.standard(locale), locale, "/desk/projects/" + slug + "/judge").setLocale(locale);
    }
}
