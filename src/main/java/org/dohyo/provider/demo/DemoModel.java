package org.dohyo.provider.demo;

import java.util.Optional;

/** The six scripted generators, best first. */
enum DemoModel {

    YOKOZUNA("demo-yokozuna", 500, 60),
    OZEKI("demo-ozeki", 700, 70),
    SEKIWAKE("demo-sekiwake", 300, 80),
    KOMUSUBI("demo-komusubi", 900, 60),
    MAEGASHIRA("demo-maegashira", 400, 90),
    JONOKUCHI("demo-jonokuchi", 200, 100);

    private final String id;
    private final long firstMillis;
    private final long chunkMillis;

    DemoModel(String id, long firstMillis, long chunkMillis) {
        this.id = id;
        this.firstMillis = firstMillis;
        this.chunkMillis = chunkMillis;
    }

    static Optional<DemoModel> ofId(String id) {
        for (DemoModel model : values()) {
            if (model.id.equals(id)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    String id() {
        return id;
    }

    long firstMillis() {
        return firstMillis;
    }

    long chunkMillis() {
        return chunkMillis;
    }
}
