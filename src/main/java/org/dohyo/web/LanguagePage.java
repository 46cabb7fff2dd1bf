package org.dohyo.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.web.proxy.ArenaCookies;

/** Stores the chosen language and redirects to the reader's page. */
@Path("/language")
public class LanguagePage {

    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    private final Languages languages;
    private final ArenaCookies cookies;

    LanguagePage(Languages languages, ArenaCookies cookies) {
        this.cookies = cookies;
        this.languages = languages;
    }

    @GET
    public Response choose(@QueryParam("to") String to, @QueryParam("back") String back, @Context UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, local(back))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (languages.contains(to)) {
            answer.cookie(cookies.cookie(Languages.COOKIE, "https".equals(uri.getRequestUri().getScheme())).value(to)
                    .maxAge(ONE_YEAR).build());
        }
        return answer.build();
    }

    /** Only a path of this site is followed: browsers interpret {@code //host} and {@code /\host} as another site. */
    static String local(String back) {
        boolean safe = back != null && back.startsWith("/") && !back.startsWith("//")
                && back.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return safe ? back : "/";
    }
}
