package org.dohyo.project.page;

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

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.account.signon.SignOn;
import org.dohyo.project.content.Contents;
import org.dohyo.project.judgement.MarkedPassages;
import org.dohyo.project.people.Invitations;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.project.queue.Progress;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on projects, for their owners and viewers. */
@Path("/desk/projects")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ProjectDeskPages {

    private final Projects projects;
    private final ProjectAccess access;
    private final Contents contents;
    private final MarkedPassages passages;
    private final Progress progress;
    private final Invitations invitations;
    private final Languages languages;
    private final SignedIn signedIn;
    private final SignOn signOn;

    ProjectDeskPages(Projects projects, ProjectAccess access, Contents contents, MarkedPassages passages,
            Progress progress,
            Invitations invitations, Languages languages, SignedIn signedIn, SignOn signOn) {
        this.projects = projects;
        this.access = access;
        this.contents = contents;
        this.passages = passages;
        this.progress = progress;
        this.invitations = invitations;
        this.languages = languages;
        this.signedIn = signedIn;
        this.signOn = signOn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance projects(List<Projects.View> projects, boolean admin, String locale,
                String path);

        static native TemplateInstance project(Projects.View project, boolean owner, Contents.Matrix matrix,
                Progress.Figures progress, List<Invitations.View> invitations, boolean groups,
                List<Projects.Person> people,
                String locale, String path);

        static native TemplateInstance matrix(Projects.View project, Contents.Matrix matrix, String locale,
                String path);

        static native TemplateInstance prompt(Projects.View project, Contents.Answered prompt,
                MarkedPassages.Passages passages, String locale, String path);
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.projects(projects.readable(), signedIn.may(Role.ADMIN), locale, "/desk/projects")
                .setLocale(locale);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance one(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean owner = access.read(slug).owner();
        return Templates.project(projects.one(slug), owner, contents.matrix(slug, 0), progress.of(slug),
                owner ? invitations.of(slug) : List.of(), signOn.provider().isPresent(), projects.people(slug), locale,
                "/desk/projects/" + slug)
                .setLocale(locale);
    }

    @GET
    @Path("{slug}/matrix")
    public TemplateInstance matrix(String slug, @QueryParam("page") @DefaultValue("0") int page,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.matrix(projects.one(slug), contents.matrix(slug, Math.max(0, page)), locale,
                "/desk/projects/" + slug + "/matrix").setLocale(locale);
    }

    @GET
    @Path("{slug}/prompt")
    public TemplateInstance prompt(String slug, @QueryParam("key") String key, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.prompt(projects.one(slug), contents.one(slug, key), passages.at(slug, key),
                locale, "/desk/projects/" + slug + "/prompt").setLocale(locale);
    }
}
