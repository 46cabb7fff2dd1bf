package org.dohyo.log.page;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.log.Checkpoints;
import org.dohyo.log.SigningHolds;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;
import org.dohyo.web.proxy.PublicPath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Shows the log to people. */
@Path("/log")
@Blocking
public class LogPage {

    private static final int PAGE = 50;

    private final Checkpoints checkpoints;
    private final SigningHolds holds;
    private final LogHead.Repository head;
    private final LogReader log;
    private final ObjectMapper json;
    private final Languages languages;
    private final PublicPath path;

    LogPage(Checkpoints checkpoints, SigningHolds holds, LogHead.Repository head, LogReader log, ObjectMapper json,
            Languages languages,
            PublicPath path) {
        this.checkpoints = checkpoints;
        this.holds = holds;
        this.head = head;
        this.log = log;
        this.json = json;
        this.languages = languages;
        this.path = path;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance log(LogView view, String locale, String path);
    }

    /** The newest entries, or those below a position. */
    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("before") Long before, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        if (before != null && before < 0) {
            throw Refusal.parameter("before", RequestMessages::notNegative);
        }
        String locale = languages.of(headers);
        return Templates.log(view(before, site(uri), locale), locale, "/log").setLocale(locale);
    }

    private LogView view(Long before, String site, String locale) {
        // The size first: every entry below it is already there.
        long size = head.size();
        long end = before == null ? size : Math.min(before, size);
        long from = Math.max(0, end - PAGE);
        List<LogLine> lines = new ArrayList<>(log.published(from, end, PAGE).stream()
                .map(entry -> LogLine.of(entry.position(), leaf(entry), locale)).toList());
        Collections.reverse(lines);
        return new LogView(site, checkpoints.newest().map(LogPage::signed).orElse(null), holds.held(), witnesses(),
                before == null ? null : LogView.grouped(before), lines, from > 0 ? from : null);
    }

    private List<LogView.Witnessed> witnesses() {
        return checkpoints.cosigned().stream().map(signed -> new LogView.Witnessed(signed.witness(),
                LogView.grouped(signed.size()), LogView.utc(signed.at().getEpochSecond()))).toList();
    }

    private static LogView.Signed signed(Checkpoints.Signed newest) {
        return new LogView.Signed(LogView.grouped(newest.checkpoint().size()),
                LogView.utc(newest.at().getEpochSecond()), newest.checkpoint().root().base64(), newest.key().text());
    }

    private JsonNode leaf(LogReader.Published entry) {
        try {
            return json.readTree(entry.leaf());
        } catch (IOException e) {
            throw new IllegalStateException("an entry of the log is no JSON", e);
        }
    }

    private String site(UriInfo uri) {
        URI base = uri.getBaseUri();
        return base.getScheme() + "://" + base.getAuthority() + path.of("");
    }
}
