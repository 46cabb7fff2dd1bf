package org.dohyo.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.dohyo.battle.Exchange;
import org.dohyo.web.Languages;
import org.dohyo.web.Paging;
import org.dohyo.web.Texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on votes. */
@Path(VotePages.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class VotePages {

    static final String PATH = "/desk/votes";
    private static final int PAGE = 50;

    private final VoteAdmin admin;
    private final Languages languages;
    private final SignedIn signedIn;
    private final FileFormats formats;

    VotePages(VoteAdmin admin, Languages languages, SignedIn signedIn, FileFormats formats) {
        this.admin = admin;
        this.languages = languages;
        this.signedIn = signedIn;
        this.formats = formats;
    }

    /** The formats of files that can be imported. The room of datasets implements it. */
    public interface FileFormats {

        /** Their names, in alphabetical order. */
        List<String> names();
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance votes(VoteAdmin.Page page, VoteSelection selection, List<Segment> segments,
                List<Choice> exclusions, List<Choice> returns, List<String> formats, String older, String unsearched,
                boolean moderator, boolean admin, String locale, String path);

        static native TemplateInstance conversation(List<Exchange> turns, String locale, String path);
    }

    /** A reason that a moderator may give. */
    public record Choice(String code, String label) {
    }

    /** A link to the votes of one kind, with the same search. */
    public record Segment(String address, String label, boolean current) {
    }

    @GET
    public TemplateInstance votes(@QueryParam("before") String before,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded,
            @QueryParam("uncounted") @DefaultValue("false") boolean uncounted,
            @QueryParam("model") @DefaultValue("") String model, @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("voter") @DefaultValue("") String voter, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        VoteSelection selection = VoteSelection.of(excluded, uncounted, model, words, voter);
        VoteAdmin.Page page = admin.newest(Paging.before(before), PAGE, selection);
        return Templates.votes(page, selection, segments(selection, locale),
                choices(ReasonCode.ofExclusion(), locale), choices(ReasonCode.ofReturn(), locale),
                formats.names(), address(selection, page.next()),
                address(selection.withoutSearch(), null), signedIn.may(Role.MODERATOR), signedIn.may(Role.ADMIN),
                locale, PATH).setLocale(locale);
    }

    private static List<Choice> choices(List<ReasonCode> codes, String locale) {
        VotesMessages words = Texts.of(VotesMessages.class, locale);
        return codes.stream().map(code -> new Choice(code.name(), words.why(code.name()))).toList();
    }

    private static List<Segment> segments(VoteSelection selection, String locale) {
        VotesMessages words = Texts.of(VotesMessages.class, locale);
        return Stream.of(VoteSelection.Kind.values())
                .map(kind -> new Segment(address(selection.with(kind), null), label(kind, words),
                        kind == selection.kind()))
                .toList();
    }

    private static String label(VoteSelection.Kind kind, VotesMessages words) {
        return switch (kind) {
            case ALL -> words.allVotes();
            case EXCLUDED -> words.onlyExcluded();
            case UNCOUNTED -> words.onlyUncounted();
        };
    }

    private static String address(VoteSelection selection, Instant before) {
        String query = selection.query(before);
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public TemplateInstance conversation(UUID id, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.conversation(admin.conversation(id), locale, PATH + "/" + id)
                .setLocale(locale);
    }
}
