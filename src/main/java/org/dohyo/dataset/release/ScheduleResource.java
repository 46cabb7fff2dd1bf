package org.dohyo.dataset.release;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.dataset.exports.ExportParameters;
import org.dohyo.web.ParameterPlace;

import io.smallrye.common.annotation.Blocking;

/** The schedule by which drafts of releases are made. */
@Path("/api/admin/releases/schedule")
@Blocking
public class ScheduleResource {

    private final Schedules schedules;
    private final ExportParameters parameters;
    private final SignedIn signedIn;

    ScheduleResource(Schedules schedules, ExportParameters parameters, SignedIn signedIn) {
        this.schedules = schedules;
        this.parameters = parameters;
        this.signedIn = signedIn;
    }

    /**
     * @param title null, as all but {@code cadence}, before the first change
     * @param sinceLast true if a draft begins where the last scheduled one ends; false if each has all votes
     * @param nextAt when the next draft is due; null while the schedule is off
     */
    public record View(Cadence cadence, String title, License license, String category, String language,
            Boolean sinceLast, Instant nextAt, String changedBy, Instant changedAt) {

        static View of(ReleaseSchedule schedule) {
            return new View(schedule.cadence, schedule.title, schedule.license, schedule.category, schedule.language,
                    schedule.sinceLast, schedule.nextAt, schedule.changedBy, schedule.changedAt);
        }
    }

    /** The schedule; off before its first change. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public View schedule() {
        return schedules.current().map(View::of)
                .orElse(new View(Cadence.OFF, null, null, null, null, null, null, null, null));
    }

    /**
     * @param title to which a draft adds its date
     * @param category a slug; absent for all
     * @param language such as {@code ja}; absent for all
     * @param sinceLast absent for false
     */
    public record Change(@NotNull Cadence cadence,
            @NotBlank @Size(max = 180) @Pattern(regexp = PublicLine.PLAIN,
                    message = PublicLine.RULE) String title,
            @NotNull License license,
            @Size(max = 100) String category, @Size(max = 40) String language, Boolean sinceLast) {
    }

    /** Makes a draft at the begin of each week, month or quarter (UTC); nothing is published without a review. */
    @PUT
    @RolesAllowed(Role.Name.ADMIN)
    public View change(@NotNull @Valid Change change) {
        return View.of(schedules.change(change.cadence, change.title.strip(), change.license,
                parameters.selection(ParameterPlace.BODY, given(change.category), given(change.language), null, null,
                        true, true, false),
                Boolean.TRUE.equals(change.sinceLast), signedIn.name()));
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
