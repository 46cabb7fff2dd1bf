package org.dohyo.model.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.Secret;
import org.dohyo.provider.http.ModelLists;

import io.smallrye.mutiny.Uni;

/** Looks for model servers on this machine's usual ports. */
@ApplicationScoped
public class LocalModels {

    private final ModelLists lists;
    private final List<Integer> ports;

    LocalModels(ModelLists lists, DiscoveryConfig config) {
        this.lists = lists;
        this.ports = config.ports();
    }

    /** A model that some server offers. */
    public record OfferedModel(String baseUrl, String modelId) {
    }

    /** The models offered at the usual ports; a port without such a server offers none. */
    public Uni<List<OfferedModel>> here() {
        List<Uni<List<OfferedModel>>> lookUps = ports.stream().map(port -> "http://127.0.0.1:" + port + "/v1")
                .map(url -> at(URI.create(url), Secret.NONE).onFailure().recoverWithItem(List.of())).toList();
        return lookUps.isEmpty() ? Uni.createFrom().item(List.of())
                : Uni.join().all(lookUps).andFailFast().map(LocalModels::together);
    }

    private static List<OfferedModel> together(List<List<OfferedModel>> all) {
        List<OfferedModel> offers = new ArrayList<>();
        all.forEach(offers::addAll);
        return offers;
    }

    public Uni<List<OfferedModel>> at(URI baseUrl, Secret key) {
        return Uni.createFrom().completionStage(() -> lists.of(baseUrl, key).toCompletionStage())
                .map(ids -> ids.stream().map(id -> new OfferedModel(baseUrl.toString(), id)).toList());
    }
}
