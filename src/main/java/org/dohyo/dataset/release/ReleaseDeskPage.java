package org.dohyo.dataset.release;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** The desk's pages on releases: the list with the form of a draft, and the review of one. */
@Path(ReleaseDeskPage.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class ReleaseDeskPage {

    static final String PATH = "/desk/releases";
    private static final int PAGE = 50;

    private final Releases releases;
    private final CategoryRules categories;
    private final Languages languages;
    private final SignedIn signedIn;

    ReleaseDeskPage(Releases releases, CategoryRules categories, Languages languages, SignedIn signedIn) {
        this.releases = releases;
        this.categories = categories;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    static String path(long id) {
        return PATH + "/" + id;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance releases(List<Line> lines, List<License> licenses, List<String> tasks,
                CategoryRules.All categories, boolean admin, String locale, String path);

        static native TemplateInstance review(Release release, String state, List<Releases.Shown> findings, long all,
                Long next, String locale, String path);
    }

    /** @param state as text, since templates compare texts */
    record Line(Release release, String state, String address) {

        static Line of(Release release) {
            return new Line(release, release.state.name(), path(release.id));
        }
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance list(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.releases(releases.all().stream().map(Line::of).toList(), List.of(License.values()),
                Stream.of(Task.values()).map(Task::slug).toList(), categories.all(), signedIn.may(Role.ADMIN), locale,
                PATH).setLocale(locale);
    }

    /** The review of a draft, and what became of a release. Findings are texts of people, for admins alone. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance review(@PathParam("id") long id, @QueryParam("after") @DefaultValue("0") long after,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Release release = releases.one(id);
        boolean draft = release.state == Release.State.DRAFT;
        List<Releases.Shown> findings = draft ? releases.findings(id, after, PAGE) : List.of();
        Long next = findings.size() == PAGE ? findings.get(PAGE - 1).id() : null;
        return Templates.review(release, release.state.name(), findings, draft ? releases.findings(id) : 0, next,
                locale, path(id)).setLocale(locale);
    }
}
