package org.dohyo.leaderboard.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/** The desk's interface to yardsticks. */
@Path("/api/admin/yardsticks")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class YardstickAdminResource {

    private static final int MOST_NAME = 100;
    private static final int MOST_SOURCE = 500;
    private static final int MOST_NOTE = 1000;

    private final Yardsticks yardsticks;
    private final SignedIn signedIn;
    private final Languages languages;
    private final Clock clock;

    YardstickAdminResource(Yardsticks yardsticks, SignedIn signedIn, Languages languages, Clock clock) {
        this.yardsticks = yardsticks;
        this.signedIn = signedIn;
        this.languages = languages;
        this.clock = clock;
    }

    /** A yardstick as an admin imported it. */
    public record View(long id, String name, String source, LocalDate date, String license, String licenseNote,
            String importedBy, Instant importedAt, List<Yardsticks.Category> categories) {

        static View of(Yardsticks.Listed listed) {
            Yardstick one = listed.yardstick();
            return new View(one.id, one.name, one.source, one.dated, one.license, one.licenseNote, one.importedBy,
                    one.importedAt, listed.categories());
        }
    }

    public record All(List<View> yardsticks) {
    }

    /** All yardsticks with their categories. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public All all() {
        return new All(yardsticks.all().stream().map(View::of).toList());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            summary = "Imports a leaderboard of others, in place of the one of that name: JSON in UTF-8 in the shape of "
                    + "LMArena's catalogue, category to model to rating, rating_q025 and rating_q975. 422 with record, field "
                    + "and reason if anything is wrong, and nothing stored. source is the address it comes from, date the day "
                    + "of its ratings, licenseNote what readers have to know of its licence")
    public Yardsticks.Report keep(@RestQuery String name, @RestQuery String source, @RestQuery String date,
            @RestQuery String license, @RestQuery String licenseNote, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Yardsticks.Origin origin = new Yardsticks.Origin(given("name", name, MOST_NAME), source(source), day(date),
                given("license", license, MOST_NAME), licenseNote == null ? "" : licenseNote.strip());
        ParameterPlace.QUERY.check("licenseNote", origin.licenseNote().length() <= MOST_NOTE,
                words -> words.longest(MOST_NOTE));
        try {
            return yardsticks.keep(origin, YardstickFile.read(body), signedIn.name());
        } catch (YardstickFile.Invalid e) {
            YardstickFileMessages words = Texts.of(YardstickFileMessages.class, languages.of(headers));
            List<YardstickFile.Refused> errors = e.errors(words);
            throw Problem.of(new UnprocessableContent(), "invalid-yardstick",
                    words.nothingStored(errors.get(0).reason()), "errors", errors);
        }
    }

    private static String given(String field, String value, int most) {
        String text = value == null ? "" : value.strip();
        ParameterPlace.QUERY.check(field,
                !text.isEmpty() && text.length() <= most && text.chars().noneMatch(c -> c < ' '),
                words -> words.length(1, most));
        return text;
    }

    private static String source(String value) {
        String text = given("source", value, MOST_SOURCE);
        boolean valid = false;
        try {
            URI address = new URI(text);
            valid = List.of("http", "https").contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            // refused below
        }
        ParameterPlace.QUERY.check(YardstickMessages.class, "source", valid, YardstickMessages::noAddress);
        return text;
    }

    private LocalDate day(String value) {
        LocalDate day = null;
        try {
            day = LocalDate.parse(value == null ? "" : value.strip());
        } catch (DateTimeException e) {
            // refused below
        }
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        ParameterPlace.QUERY.check(YardstickMessages.class, "date",
                day != null && day.getYear() >= 2000 && !day.isAfter(tomorrow),
                YardstickMessages::noDay);
        return day;
    }

    /**
     * @param name as the yardstick has it
     * @param slug of a model of the arena; empty for none of them, absent to go by the name again
     */
    public record Meaning(@NotBlank @Size(max = 200) String name, @Size(max = 200) String slug) {
    }

    /** Says which model a name in a yardstick is. */
    @PUT
    @Path("{id}/models")
    @RolesAllowed(Role.Name.ADMIN)
    public void mean(@PathParam("id") long id, @NotNull @Valid Meaning meaning) {
        yardsticks.mean(id, meaning.name, meaning.slug, signedIn.name());
    }

    /** Deletes a yardstick. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.Name.ADMIN)
    public void delete(@PathParam("id") long id) {
        yardsticks.delete(id, signedIn.name());
    }
}
