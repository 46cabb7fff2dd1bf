package org.dohyo.leaderboard.exposure;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.web.Languages;
import org.dohyo.web.cache.PageCache;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Shows how often models and makers were seen. */
@Path("/leaderboard/exposure")
@Blocking
public class ExposurePage {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);
    private static final String NONE = "–";

    private final Exposures exposures;
    private final PageCache pages;
    private final Languages languages;

    ExposurePage(Exposures exposures, PageCache pages, Languages languages) {
        this.exposures = exposures;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance exposure(View view, String locale, String path);
    }

    /** All figures as texts. */
    public record View(String until, List<Model> models, List<Maker> makers) {

        public record Model(String slug, String name, String maker, String battles, String votes, String share) {
        }

        /** @param variants null unless there were several */
        public record Maker(String name, String models, String battles, String votes, String share, String variants,
                String maximum, String penalty) {
        }

        /** True if any maker had several variants. */
        public boolean varied() {
            return makers.stream().anyMatch(maker -> maker.variants() != null);
        }

        static View of(Exposure exposure) {
            return new View(UTC.format(exposure.battlesUntil()),
                    exposure.models().stream()
                            .map(model -> new Model(model.slug(), model.name(), model.organization(),
                                    NumberText.grouped(model.battles()), NumberText.grouped(model.votes()),
                                    share(model.share())))
                            .toList(),
                    exposure.organizations().stream().map(View::maker).toList());
        }

        private static Maker maker(Exposure.OfMaker maker) {
            return new Maker(maker.organization(), NumberText.grouped(maker.models()),
                    NumberText.grouped(maker.battles()), NumberText.grouped(maker.votes()), share(maker.share()),
                    maker.variants() == null ? null : NumberText.grouped(maker.variants()),
                    maker.expectedMaximum() == null ? null : String.format(Locale.ROOT, "%.2f", maker.expectedMaximum()),
                    maker.penalty() == null ? NONE : NumberText.whole(maker.penalty()));
        }

        private static String share(Double share) {
            return share == null ? NONE : NumberText.finePercent(share);
        }
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response exposure(@Context Request request, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return pages.html(request, headers, "exposure " + locale, () -> Templates
                .exposure(View.of(exposures.read()), locale, "/leaderboard/exposure").setLocale(locale).render());
    }
}
