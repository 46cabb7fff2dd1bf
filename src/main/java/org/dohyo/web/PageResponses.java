package org.dohyo.web;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/**
 * A response filter: a problem on a page becomes a page in the reader's language, and a header tells caches that pages
 * vary by language. Programs, and everything below {@code /api} and {@code /q}, keep the problem document.
 */
public class PageResponses {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Languages languages;

    PageResponses(Languages languages) {
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance problem(int status, String locale, String path);
    }

    @ServerResponseFilter
    public void finish(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem && isForReader(request)) {
            response.setEntity(page(problem.getStatusCode(), request), null, HTML);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            response.getHeaders().add(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
    }

    private static boolean isForReader(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        return !isBelow(path, "/api") && !isBelow(path, "/q")
        // A wildcard doesn't indicate a reader, because programs send it by default.
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> !type.isWildcardSubtype() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }

    /** The page for a problem outside the REST layer; empty for a program. */
    Optional<String> pageFor(int status, HttpServerRequest request) {
        if (!isForReader(request)) {
            return Optional.empty();
        }
        String locale = languages.of(request);
        return Optional.of(Templates.problem(status, locale, request.path()).setLocale(locale).render());
    }

    /** True if a person reads the response to a call that no resource answers. */
    public static boolean isForReader(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !isBelow(request.path(), "/api") && !isBelow(request.path(), "/q") && accept != null
                && accept.contains(MediaType.TEXT_HTML);
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private String page(int status, ContainerRequestContext request) {
        String locale = languages.of(request);
        return Templates.problem(status, locale, request.getUriInfo().getRequestUri().getRawPath()).setLocale(locale)
                .render();
    }
}
