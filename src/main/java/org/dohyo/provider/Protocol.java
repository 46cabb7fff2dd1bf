package org.dohyo.provider;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an endpoint is spoken to. The lower-case name is the one in the interface and in the database. */
public enum Protocol {

    /** Any OpenAI-compatible chat-completions stream. */
    @JsonProperty("openai")
    OPENAI("openai"),

    /** OpenAI's Responses interface. */
    @JsonProperty("responses")
    RESPONSES("responses"),

    /** The text completions of OpenAI-compatible servers, for models without a chat template. */
    @JsonProperty("completions")
    COMPLETIONS("completions"),

    /** TGI's generate_stream, for models without a chat template. */
    @JsonProperty("tgi")
    TGI("tgi"),

    /** Anthropic's Messages. */
    @JsonProperty("anthropic")
    ANTHROPIC("anthropic"),

    /** Google's Gemini. */
    @JsonProperty("gemini")
    GEMINI("gemini"),

    /** AWS Bedrock's ConverseStream. */
    @JsonProperty("bedrock")
    BEDROCK("bedrock"),

    /** An AWS SageMaker endpoint with a response stream. */
    @JsonProperty("sagemaker")
    SAGEMAKER("sagemaker"),

    /** A scripted generator built into the application, plainly labelled; needs no endpoint. */
    @JsonProperty("demo")
    DEMO("demo");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException if no protocol has that label */
    public static Protocol ofLabel(String label) {
        for (Protocol protocol : values()) {
            if (protocol.label.equals(label)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("unknown protocol: " + label);
    }
}
