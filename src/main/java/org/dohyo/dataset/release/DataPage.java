package org.dohyo.dataset.release;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The public page that lists the releases. */
@Path("/data")
@Blocking
public class DataPage {

    private final PublicReleases releases;
    private final Languages languages;

    DataPage(PublicReleases releases, Languages languages) {
        this.releases = releases;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance releases(List<Line> lines, String locale, String path);
    }

    /**
     * @param date of the publication, in UTC
     * @param board true if it has one
     * @param withdrawn the date of the withdrawal, in UTC; null if there was none
     */
    record Line(PublicReleases.Listed release, String date, boolean board, String withdrawn) {

        static Line of(PublicReleases.Listed release) {
            return new Line(release, date(release.publishedAt()),
                    release.files().stream().anyMatch(file -> file.name().equals(ReleaseBoards.FILE)),
                    release.withdrawnAt() == null ? null : date(release.withdrawnAt()));
        }

        private static String date(Instant time) {
            return time.toString().substring(0, "2026-11-01".length());
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.releases(releases.all(Texts.of(ReleaseMessages.class, locale)).stream().map(Line::of).toList(),
                locale, "/data").setLocale(locale);
    }
}
