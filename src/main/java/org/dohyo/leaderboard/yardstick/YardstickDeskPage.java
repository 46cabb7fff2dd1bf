package org.dohyo.leaderboard.yardstick;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page of yardsticks: import, what their names mean, deletion. */
@Path(YardstickDeskPage.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class YardstickDeskPage {

    static final String PATH = "/desk/yardsticks";

    private final Yardsticks yardsticks;
    private final Languages languages;
    private final SignedIn signedIn;

    YardstickDeskPage(Yardsticks yardsticks, Languages languages, SignedIn signedIn) {
        this.yardsticks = yardsticks;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance desk(List<Line> lines, boolean admin, String locale, String path);
    }

    /** A name and the model that an admin says it is; the slug is empty for none. */
    record Meaning(String name, String slug) {
    }

    /** @param dated the day of its ratings */
    record Line(Yardstick yardstick, String dated, List<Yardsticks.Category> categories, List<Meaning> meanings) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance desk(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.desk(yardsticks.all().stream().map(this::line).toList(), signedIn.may(Role.ADMIN), locale,
                PATH).setLocale(locale);
    }

    private Line line(Yardsticks.Listed listed) {
        Map<String, String> meanings = new TreeMap<>(yardsticks.meanings(listed.yardstick().id));
        return new Line(listed.yardstick(), listed.yardstick().dated.toString(), listed.categories(), meanings
                .entrySet().stream()
                .map(meaning -> new Meaning(meaning.getKey(), meaning.getValue() == null ? "" : meaning.getValue()))
                .toList());
    }
}
