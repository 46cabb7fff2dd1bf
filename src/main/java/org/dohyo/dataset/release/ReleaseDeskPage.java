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
import org.dohyo.web.Texts;

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
    private final Schedules schedules;
    private final CategoryRules categories;
    private final Languages languages;
    private final SignedIn signedIn;

    ReleaseDeskPage(Releases releases, Schedules schedules, CategoryRules categories, Languages languages,
            SignedIn signedIn) {
        this.releases = releases;
        this.schedules = schedules;
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
                CategoryRules.All categories, Plan plan, boolean admin, String locale, String path);

        static native TemplateInstance review(Line line, List<Releases.Shown> findings, long all, Long next,
                String locale, String path);
    }

    /**
     * @param state as text, since templates compare texts
     * @param percent of the log that has been searched, while the draft is being prepared
     * @param withdrawn the reason of the withdrawal; null if it isn't withdrawn
     */
    record Line(Release release, String state, long percent, String failure, String withdrawn, String address) {

        static Line of(Releases.Staged staged, ReleaseMessages words) {
            Release release = staged.release();
            long percent = staged.searched() == null ? 100 : 100 * staged.searched() / Math.max(1, release.logSize);
            return new Line(release, staged.stage().name(), percent, staged.failure(),
                    release.withdrawnReason(words), path(release.id));
        }
    }

    /** The schedule as text; empty texts before the first change. */
    record Plan(String cadence, String title, String license, String category, String language, boolean sinceLast,
            String nextAt) {

        static Plan of(ReleaseSchedule schedule) {
            return new Plan(schedule.cadence.name(), schedule.title, schedule.license.name(), schedule.category,
                    schedule.language, schedule.sinceLast,
                    schedule.nextAt == null ? "" : schedule.nextAt.toString().substring(0, "2026-11-01".length()));
        }

        static Plan none() {
            return new Plan(Cadence.OFF.name(), "", "", "", "", false, "");
        }
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance list(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        ReleaseMessages words = Texts.of(ReleaseMessages.class, locale);
        return Templates
                .releases(releases.all().stream().map(staged -> Line.of(staged, words)).toList(),
                        List.of(License.values()),
                        Stream.of(Task.values()).map(Task::slug).toList(), categories.all(),
                        schedules.current().map(Plan::of).orElseGet(Plan::none), signedIn.may(Role.ADMIN), locale, PATH)
                .setLocale(locale);
    }

    /** The review of a draft, and what became of a release. Findings are texts of people, for admins alone. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance review(@PathParam("id") long id, @QueryParam("after") @DefaultValue("0") long after,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Releases.Staged release = releases.staged(id);
        boolean draft = release.stage() == Preparation.Stage.DRAFT;
        List<Releases.Shown> findings = draft ? releases.findings(id, after, PAGE) : List.of();
        Long next = findings.size() == PAGE ? findings.get(PAGE - 1).id() : null;
        return Templates
                .review(Line.of(release, Texts.of(ReleaseMessages.class, locale)), findings,
                        draft ? releases.findings(id) : 0, next, locale, path(id))
                .setLocale(locale);
    }
}
