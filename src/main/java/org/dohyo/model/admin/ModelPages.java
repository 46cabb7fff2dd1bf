package org.dohyo.model.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.web.Languages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on models. */
@Path(ModelPages.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ModelPages {

    static final String PATH = "/desk/models";

    private final ModelAdmin models;
    private final ModelList list;
    private final ObjectMapper json;
    private final Languages languages;
    private final SignedIn signedIn;
    private final NameAdvice names;

    ModelPages(ModelAdmin models, ModelList list, ObjectMapper json, Languages languages, SignedIn signedIn,
            NameAdvice names) {
        this.json = json;
        this.models = models;
        this.list = list;
        this.languages = languages;
        this.signedIn = signedIn;
        this.names = names;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance models(ModelList.Page page, ModelSearch search, String next, long real,
                Map<String, List<String>> ordinaryWords, boolean admin, String locale, String path);

        static native TemplateInstance model(ModelView model, ParameterFields parameters, HealthView health,
                String ordinaryWords,
                boolean admin,
                String locale, String path);
    }

    @GET
    public TemplateInstance all(@QueryParam("q") @DefaultValue("") String text,
            @QueryParam("all") @DefaultValue("false") boolean all, @QueryParam("after") @DefaultValue("") String after,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        ModelSearch search = ModelSearch.of(text, all);
        ModelList.Page page = list.page(search, after);
        Map<String, List<String>> words = page.models().stream().filter(ModelView::asked)
                .collect(Collectors.toMap(ModelView::slug, names::ordinaryWords));
        String next = page.last() == null ? null : PATH + "?" + search.query(page.last());
        return Templates.models(page, search, next, models.realContenders(), words, signedIn.may(Role.ADMIN), locale,
                PATH).setLocale(locale);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance one(String slug, @Context HttpHeaders headers)
            throws JsonProcessingException {
        String locale = languages.of(headers);
        ModelView model = models.one(slug);
        return Templates.model(model, ParameterFields.of(model, json), models.health(slug),
                model.asked() ? String.join(", ", names.ordinaryWords(model)) : "", signedIn.may(Role.ADMIN),
                locale, PATH + "/" + slug).setLocale(locale);
    }
}
