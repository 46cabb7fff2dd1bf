package org.dohyo.model.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
@Path("/desk/models")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ModelPages {

    private final ModelAdmin models;
    private final ObjectMapper json;
    private final Languages languages;
    private final SignedIn signedIn;
    private final NameAdvice names;

    ModelPages(ModelAdmin models, ObjectMapper json, Languages languages, SignedIn signedIn, NameAdvice names) {
        this.json = json;
        this.models = models;
        this.languages = languages;
        this.signedIn = signedIn;
        this.names = names;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance models(List<ModelView> models, long real, Map<String, HealthView> health,
                Map<String, List<String>> ordinaryWords, boolean admin,
                String locale, String path);

        static native TemplateInstance model(ModelView model, ParameterFields parameters, HealthView health,
                String ordinaryWords,
                boolean admin,
                String locale, String path);
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<ModelView> all = models.all();
        Map<String, List<String>> words = all.stream().filter(ModelView::asked)
                .collect(Collectors.toMap(ModelView::slug, names::ordinaryWords));
        return Templates.models(all, models.realContenders(), models.health(), words, signedIn.may(Role.ADMIN), locale,
                "/desk/models").setLocale(locale);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance one(String slug, @Context HttpHeaders headers)
            throws JsonProcessingException {
        String locale = languages.of(headers);
        ModelView model = models.one(slug);
        return Templates.model(model, ParameterFields.of(model, json), models.health().get(model.slug()),
                model.asked() ? String.join(", ", names.ordinaryWords(model)) : "", signedIn.may(Role.ADMIN),
                locale, "/desk/models/" + slug).setLocale(locale);
    }
}
