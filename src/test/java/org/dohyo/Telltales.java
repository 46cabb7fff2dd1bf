package org.dohyo;

import java.util.List;
import java.util.Locale;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;

import io.restassured.response.Response;

/** What an endpoint's answer carries besides its text, none of which a reader may see while models are hidden. */
final class Telltales {

    /** Names of models whose answers are searched. */
    static final String FIRST = "Zanzibar Prime";
    static final String SECOND = "Quokka Ultra";

    /** In lower case. */
    static final List<String> WORDS = List.of("zanzibar", "quokka", "telltale", "upstream", "7777", "\"usage\"",
            "openai", "secret thought", "mit license", "account 42");

    private Telltales() {
    }

    /** An answer full of what must not be seen. */
    static Script telling(String text) {
        return Script.stream().header("x-telltale-provider", "Zanzibar")
                .event("{\"id\":\"telltale-1\",\"model\":\"quokka-upstream\",\"system_fingerprint\":\"telltale-2\",\"choices\":"
                        + "[{\"index\":0,\"delta\":{\"reasoning_content\":\"a secret thought\"}}]}")
                .says(text)
                .event("{\"id\":\"telltale-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"telltale-stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":7777,\"completion_tokens\":7777}}")
                .doneMark();
    }

    /** A response's headers and body in lower case, as {@link #WORDS} are. */
    static String whole(Response response) {
        return (response.headers() + "\n" + response.asString()).toLowerCase(Locale.ROOT);
    }

    /** The address of an endpoint as a text may name it. */
    static String portOf(OpenAiServer server) {
        return ":" + server.url().getPort();
    }
}
