package org.dohyo.web.proxy;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says in the description of the interface that its paths are below the public path, if there is one. */
@Singleton
@Unremovable
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class PrefixedInterface implements OASFilter {

    private final PublicPath path;

    PrefixedInterface(PublicPath path) {
        this.path = path;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (!path.isRoot()) {
            description.addServer(OASFactory.createServer().url(path.of("")));
        }
    }
}
