package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dohyo.provider.anthropic.AnthropicCodec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.PathSegments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeAsyncClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamResponseHandler;

/**
 * The vendors' own clients read what {@link Wire} writes, and send their requests to the paths that ours go to: a wrong
 * belief of ours about a protocol is not confirmed by a server of ours.
 */
class VendorClientsTest {

    private static final String TEXT = "Grüße 😀!";

    private final OpenAiServer server = new OpenAiServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void plays(Wire wire) {
        server.next(wire.open().send(wire.whole("Grüße ", "😀!")));
    }

    private String path() {
        assertThat(server.requests()).hasSize(1);
        return server.requests().get(0).path();
    }

    private String root() {
        return server.url().resolve("/").toString();
    }

    @Test
    void openAi() {
        plays(Wire.OPENAI);
        OpenAIClient client = OpenAIOkHttpClient.builder().apiKey("k").baseUrl(root() + "v1").maxRetries(0).build();
        assertThat(chat(client)).isEqualTo(TEXT + "stop");
        client.close();
        assertThat(path()).isEqualTo("/v1/chat/completions");
    }

    private static String chat(OpenAIClient client) {
        StringBuilder said = new StringBuilder();
        try (com.openai.core.http.StreamResponse<ChatCompletionChunk> stream = client.chat().completions()
                .createStreaming(ChatCompletionCreateParams.builder().model("m").addUserMessage("Hello").build())) {
            stream.stream().flatMap(chunk -> chunk.choices().stream()).forEach(choice -> {
                choice.delta().content().ifPresent(said::append);
                choice.finishReason().ifPresent(reason -> said.append(reason.asString()));
            });
        }
        return said.toString();
    }

    @Test
    void anthropic() {
        plays(Wire.ANTHROPIC);
        StringBuilder said = new StringBuilder();
        AnthropicClient client = AnthropicOkHttpClient.builder().apiKey("k")
                .baseUrl(server.url().resolve("/").toString())
                .maxRetries(0).build();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(
                MessageCreateParams.builder().model("m").maxTokens(9).addUserMessage("Hello").build())) {
            stream.stream().forEach(event -> {
                event.contentBlockDelta().flatMap(delta -> delta.delta().text())
                        .ifPresent(text -> said.append(text.text()));
                event.messageDelta().flatMap(delta -> delta.delta().stopReason())
                        .ifPresent(reason -> said.append(reason.asString()));
            });
        } finally {
            client.close();
        }

        assertThat(said).hasToString(TEXT + "end_turn");
        assertThat(path()).isEqualTo("/v1/messages");
        assertThat(server.requests().get(0).headers()).containsEntry("anthropic-version", AnthropicCodec.VERSION);
    }

    @Test
    void gemini() throws Exception {
        plays(Wire.GEMINI);
        StringBuilder said = new StringBuilder();
        HttpOptions options = HttpOptions.builder().baseUrl(root()).apiVersion("v1beta").build();
        try (Client client = Client.builder().apiKey("k").httpOptions(options).build();
                ResponseStream<GenerateContentResponse> stream = client.models.generateContentStream("m", "Hello",
                        null)) {
            for (GenerateContentResponse part : stream) {
                said.append(part.text() == null ? "" : part.text());
                part.candidates().ifPresent(candidates -> candidates.get(0).finishReason().ifPresent(said::append));
            }
        }

        assertThat(said).hasToString(TEXT + "STOP");
        assertThat(path()).isEqualTo("/v1beta/models/m:streamGenerateContent");
        assertThat(server.requests().get(0).query()).isEqualTo("alt=sse");
    }

    private static StaticCredentialsProvider aws() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));
    }

    private static NettyNioAsyncHttpClient.Builder http() {
        return NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1);
    }

    @Test
    void bedrock() throws Exception {
        plays(Wire.BEDROCK);
        StringBuffer said = new StringBuffer();
        try (BedrockRuntimeAsyncClient client = BedrockRuntimeAsyncClient.builder().endpointOverride(URI.create(root()))
                .region(Region.AP_NORTHEAST_1).credentialsProvider(aws()).httpClientBuilder(http()).build()) {
            var hello = software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                    .role(ConversationRole.USER)
                    .content(ContentBlock.fromText("Hello")).build();
            done(client.converseStream(request -> request.modelId("arn:aws:bedrock:x:1:a/b c").messages(hello),
                    ConverseStreamResponseHandler.builder()
                            .subscriber(ConverseStreamResponseHandler.Visitor.builder()
                                    .onContentBlockDelta(event -> said.append(event.delta().text()))
                                    .onMessageStop(event -> said.append(event.stopReasonAsString()))
                                    .onMetadata(event -> said.append(event.usage().outputTokens())).build())
                            .build()));
        }

        assertThat(said).hasToString(TEXT + "end_turn4");
        assertThat(path()).isEqualTo(HttpCall.below(URI.create(root()),
                "/model/" + PathSegments.encode("arn:aws:bedrock:x:1:a/b c") + "/converse-stream").getRawPath());
    }

    /** The client hands on the container's own bytes: what they mean is no affair of AWS. */
    @ParameterizedTest
    @EnumSource(names = { "SAGEMAKER", "SAGEMAKER_TGI", "SAGEMAKER_LMI" })
    void sageMaker(Wire wire) throws Exception {
        plays(wire);
        StringBuffer said = new StringBuffer();
        try (SageMakerRuntimeAsyncClient client = SageMakerRuntimeAsyncClient.builder()
                .endpointOverride(URI.create(root()))
                .region(Region.AP_NORTHEAST_1).credentialsProvider(aws()).httpClientBuilder(http()).build()) {
            Consumer<SdkBytes> part = bytes -> said
                    .append(new String(bytes.asByteArray(), StandardCharsets.ISO_8859_1));
            done(client.invokeEndpointWithResponseStream(
                    request -> request.endpointName("m").contentType("application/json")
                            .body(SdkBytes.fromUtf8String("{}")),
                    InvokeEndpointWithResponseStreamResponseHandler.builder()
                            .subscriber(InvokeEndpointWithResponseStreamResponseHandler.Visitor.builder()
                                    .onPayloadPart(event -> part.accept(event.bytes())).build())
                            .build()));
        }

        String container = new String(said.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(List.of(container.split("\n"))).anyMatch(line -> line.contains("Grüße "))
                .anyMatch(line -> line.contains("😀!"));
        assertThat(path()).isEqualTo("/endpoints/m/invocations-response-stream");
    }

    private static void done(CompletableFuture<?> call) throws Exception {
        call.get(20, TimeUnit.SECONDS);
    }
}
