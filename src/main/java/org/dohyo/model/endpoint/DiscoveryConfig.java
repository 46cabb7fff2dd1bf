package org.dohyo.model.endpoint;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The search for models on this machine. */
@ConfigMapping(prefix = "dohyo.discovery")
interface DiscoveryConfig {

    /**
     * The ports that "Look for local models" asks: Ollama, llama.cpp and TGI in a container, vLLM, TGI, LM Studio. Each
     * further port costs the search one more request.
     */
    @WithDefault("11434,8080,8000,3000,1234")
    List<Integer> ports();
}
