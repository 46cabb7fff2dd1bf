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
    public record Found(String baseUrl, String modelId) {
    }

    /** The models offered at the usual ports; a port without such a server offers none. */
    public Uni<List<Found>> here() {
        List<Uni<List<Found>>> asked = ports.stream().map(port -> "http://127.0.0.1:" + port + "/v1")
                .map(url -> at(URI.create(url), Secret.NONE).onFailure().recoverWithItem(List.of())).toList();
        return asked.isEmpty() ? Uni.createFrom().item(List.of())
                : Uni.join().all(asked).andFailFast().map(LocalModels::together);
    }

    private static List<Found> together(List<List<Found>> all) {
        List<Found> found = new ArrayList<>();
        all.forEach(found::addAll);
        return found;
    }

    public Uni<List<Found>> at(URI baseUrl, Secret key) {
        return Uni.createFrom().completionStage(() -> lists.of(baseUrl, key).toCompletionStage())
                .map(ids -> ids.stream().map(id -> new Found(baseUrl.toString(), id)).toList());
    }
}
