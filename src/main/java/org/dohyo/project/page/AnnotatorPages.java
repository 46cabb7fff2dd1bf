package org.dohyo.project.page;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.project.Project;
import org.dohyo.project.judgement.JudgedCriteria;
import org.dohyo.project.people.Annotators;
import org.dohyo.project.people.Invitations;
import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Progress;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The pages of annotators; to everyone else a project doesn't exist. */
@Path("/projects")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class AnnotatorPages {

    private final Annotators annotators;
    private final Invitations invitations;
    private final Progress progress;
    private final JudgedCriteria criteria;
    private final Languages languages;

    AnnotatorPages(Annotators annotators, Invitations invitations, Progress progress, JudgedCriteria criteria,
            Languages languages) {
        this.annotators = annotators;
        this.invitations = invitations;
        this.progress = progress;
        this.criteria = criteria;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance join(Invitations.Offer offer, String token, String locale, String path);

        static native TemplateInstance project(Assigned own, Progress.Figures progress, String locale, String path);

        static native TemplateInstance judge(Assigned own, List<JudgedCriteria.Question> questions, String locale,
                String path);
    }

    /**
     * What an annotator sees of a project.
     *
     * @param quota null for any number of judgements
     * @param board true if annotators may see the boards
     * @param highlights true if annotators may mark passages
     */
    record Assigned(String slug, String name, String instructions, Instant deadline, boolean open, int judged,
            Integer quota, boolean board, boolean highlights) {

        static Assigned of(Annotators.Annotator annotator) {
            Project project = annotator.project();
            Member member = annotator.member();
            return new Assigned(project.slug, project.name, project.instructions, project.deadline,
                    project.archivedAt == null, member.judged, member.quota, project.annotatorsSeeBoard,
                    project.highlights);
        }
    }

    @GET
    @Path("join/{token}")
    public Response join(String token, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return unstored(Templates.join(invitations.offer(token), token, locale, "/projects/join/" + token)
                .setLocale(locale));
    }

    @GET
    @Path("{slug}")
    public Response project(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        String path = "/projects/" + slug;
        return annotators.signedIn(slug, headers)
                .map(annotator -> unstored(Templates.project(Assigned.of(annotator),
                        progress.forAnnotators(annotator.project()), locale, path).setLocale(locale)))
                .orElseGet(() -> signIn(path));
    }

    @GET
    @Path("{slug}/judge")
    public Response judge(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        String path = "/projects/" + slug + "/judge";
        return annotators.signedIn(slug, headers)
                .map(annotator -> unstored(Templates.judge(Assigned.of(annotator),
                        criteria.of(annotator.project()), locale, path).setLocale(locale)))
                .orElseGet(() -> signIn(path));
    }

    /** To the page where people sign in, from which they come back. */
    private static Response signIn(String page) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/desk/sign-in?to=" + page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Nobody else's browser gets such a page from a cache, nor a search engine. */
    private static Response unstored(TemplateInstance page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex")
                .build();
    }
}
