package org.dohyo.integrity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The place of a model in the arrays of evidence. */
@Entity
class WatchedModel {

    @Id
    Integer place;

    long modelId;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<WatchedModel, Integer> {

        /** Places by model id. */
        Map<Long, Integer> places() {
            Map<Long, Integer> places = new HashMap<>();
            listAll().forEach(model -> places.put(model.modelId, model.place));
            return places;
        }

        /** Gives each of these models that has none yet the next place. */
        void add(Collection<Long> models) {
            Map<Long, Integer> places = places();
            for (long id : new TreeSet<>(models)) {
                if (!places.containsKey(id)) {
                    WatchedModel model = new WatchedModel();
                    model.place = places.size();
                    model.modelId = id;
                    persist(model);
                    places.put(id, model.place);
                }
            }
        }
    }
}
