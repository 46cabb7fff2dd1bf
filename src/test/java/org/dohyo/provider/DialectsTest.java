package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import org.dohyo.provider.OpenAiServer.Received;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.anthropic.AnthropicCodec;
import org.dohyo.provider.aws.BedrockCodec;
import org.dohyo.provider.aws.SageMakerCodec;
import org.dohyo.provider.gemini.GeminiCodec;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.provider.http.AddressGuardTest;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** What one protocol has and the others don't: the requests, and the odd ways in which servers say things. */
class DialectsTest extends ProviderSuite {

    private Received request(Wire wire, String systemPrompt, Map<String, Object> parameters) {
        Endpoint plain = wire.endpoint(server);
        server.next(wire.open().send(wire.whole("Hi")));
        RecordedAnswer answer = new RecordedAnswer();
        answers.add(answer);
        answer.stream = provider(PATIENT).stream(
                new Endpoint(plain.protocol(), plain.baseUrl(), plain.modelId(), plain.apiKey(), plain.awsKeys(),
                        systemPrompt, parameters, null),
                List.of(new Message(Message.Role.USER, "Hello"), new Message(Message.Role.ASSISTANT, "Hi"),
                        new Message(Message.Role.USER, "Well?")),
                answer);
        answer.completion();
        return server.requests().get(server.requests().size() - 1);
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    @Test
    void openAiRequest() throws Exception {
        Received received = request(Wire.OPENAI, "Be brief.",
                Map.of("temperature", 0.5, "stop", "x", "model", "other"));

        assertThat(received.path()).isEqualTo("/v1/chat/completions");
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + Wire.KEY)
                .containsEntry("content-type", "application/json").containsEntry("accept", "text/event-stream");
        assertThat(json(received.body())).isEqualTo(
                json("""
                        {"model": "m", "stream": true, "stream_options": {"include_usage": true}, "temperature": 0.5, "stop": "x",
                         "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"},
                                      {"role": "assistant", "content": "Hi"}, {"role": "user", "content": "Well?"}]}
                        """));
        assertThat(json(request(Wire.OPENAI, null, Map.of("stream_options", false)).body()).has("stream_options"))
                .isFalse();
    }

    @Test
    void azureRequest() {
        Received received = request(Wire.AZURE, null, Map.of());

        assertThat(received.path()).isEqualTo("/openai/deployments/m/chat/completions");
        assertThat(received.query()).isEqualTo("api-version=2024-10-21");
        assertThat(received.headers()).containsEntry("api-key", Wire.KEY).doesNotContainKey("authorization");
    }

    @Test
    void anthropicRequest() throws Exception {
        Received received = request(Wire.ANTHROPIC, "Be brief.",
                Map.of("stop", "x", "thinking", Map.of("type", "disabled")));

        assertThat(received.path()).isEqualTo("/v1/messages");
        assertThat(received.headers()).containsEntry("x-api-key", Wire.KEY).containsEntry("anthropic-version",
                "2026-10-21");
        assertThat(json(received.body())).isEqualTo(json("""
                {"model": "m", "max_tokens": 4096, "stream": true, "system": "Be brief.", "stop_sequences": ["x"],
                 "thinking": {"type": "disabled"},
                 "messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"},
                              {"role": "user", "content": "Well?"}]}
                """));
    }

    @Test
    void anthropicSamplingNeedsTheOlderVersion() throws Exception {
        Received received = request(Wire.ANTHROPIC, null,
                Map.of("temperature", 1, "max_tokens", 9, "api_version", "2023-06-01"));

        assertThat(received.headers()).containsEntry("anthropic-version", "2023-06-01");
        assertThat(json(received.body()).get("temperature").intValue()).isEqualTo(1);
        assertThat(json(received.body()).get("max_tokens").intValue()).isEqualTo(9);
        assertThat(invalid(Protocol.ANTHROPIC, Map.of("temperature", 1)))
                .contains("parameters must leave out temperature");
    }

    @Test
    void geminiRequest() throws Exception {
        Received received = request(Wire.GEMINI, "Be brief.",
                Map.of("temperature", 0.5, "max_tokens", 9, "stop", List.of("x"),
                        "generationConfig", Map.of("temperature", 0.7), "safetySettings", List.of()));

        assertThat(received.path()).isEqualTo("/v1beta/models/m:streamGenerateContent");
        assertThat(received.query()).isEqualTo("alt=sse");
        assertThat(received.headers()).containsEntry("x-goog-api-key", Wire.KEY);
        assertThat(json(received.body())).isEqualTo(
                json("""
                        {"systemInstruction": {"parts": [{"text": "Be brief."}]}, "safetySettings": [],
                         "generationConfig": {"temperature": 0.7, "maxOutputTokens": 9, "stopSequences": ["x"]},
                         "contents": [{"role": "user", "parts": [{"text": "Hello"}]}, {"role": "model", "parts": [{"text": "Hi"}]},
                                      {"role": "user", "parts": [{"text": "Well?"}]}]}
                        """));
    }

    @Test
    void bedrockRequest() throws Exception {
        Received received = request(Wire.BEDROCK, "Be brief.", Map.of("temperature", 0.5, "max_tokens", 9, "stop", "x",
                "additionalModelRequestFields", Map.of("top_k", 3)));

        assertThat(received.path()).isEqualTo("/model/m/converse-stream");
        assertThat(received.headers()).containsEntry("x-amz-security-token", "token-of-the-session")
                .hasEntrySatisfying("authorization", value -> assertThat(value)
                        .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                        .contains("/ap-northeast-1/bedrock/aws4_request"));
        assertThat(json(received.body())).isEqualTo(json("""
                {"system": [{"text": "Be brief."}], "additionalModelRequestFields": {"top_k": 3},
                 "inferenceConfig": {"temperature": 0.5, "maxTokens": 9, "stopSequences": ["x"]},
                 "messages": [{"role": "user", "content": [{"text": "Hello"}]},
                              {"role": "assistant", "content": [{"text": "Hi"}]},
                              {"role": "user", "content": [{"text": "Well?"}]}]}
                """));
    }

    @Test
    void bedrockApiKeyNeedsNoSignature() {
        server.next(Wire.BEDROCK.open().send(Wire.BEDROCK.whole("Hi")));
        String arn = "arn:aws:bedrock:eu-west-1:1:inference-profile/a b";
        Endpoint endpoint = new Endpoint(Protocol.BEDROCK, server.url().resolve("/"), arn, new Secret(Wire.KEY), null,
                Map.of());
        start(provider(PATIENT), endpoint).completion();

        Received received = server.requests().get(0);
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + Wire.KEY);
        assertThat(received.path())
                .isEqualTo("/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A1%3Ainference-profile%2Fa%20b/converse-stream");
    }

    @Test
    void sageMakerRequest() throws Exception {
        Received received = request(Wire.SAGEMAKER, null, Map.of("temperature", 0.5));

        assertThat(received.path()).isEqualTo("/endpoints/m/invocations-response-stream");
        assertThat(received.headers()).hasEntrySatisfying("authorization",
                value -> assertThat(value).contains("/ap-northeast-1/sagemaker/aws4_request"));
        assertThat(json(received.body()).get("messages")).hasSize(3);
    }

    @Test
    void sageMakerInputs() throws Exception {
        String plain = request(Wire.SAGEMAKER_TGI, "Sys", Map.of("payload", "inputs", "max_tokens", 9, "stop", "x"))
                .body();
        String trained = request(Wire.SAGEMAKER_TGI, null, Map.of("payload", "inputs", "turns",
                Map.of("user", "ユーザー: ", "assistant", "システム: ", "end", "<NL>"))).body();

        assertThat(json(plain)).isEqualTo(json("""
                {"inputs": "Sys\\nUser: Hello\\nAssistant: Hi\\nUser: Well?\\nAssistant: ", "stream": true,
                 "parameters": {"details": true, "max_new_tokens": 9, "stop": ["x"]}}
                """));
        assertThat(json(trained).get("inputs").textValue())
                .isEqualTo("ユーザー: Hello<NL>システム: Hi<NL>ユーザー: Well?<NL>システム: ");
        assertThat(invalid(Protocol.SAGEMAKER, Map.of("payload", "other")))
                .contains("parameters must have chat or inputs");
    }

    @Test
    void vendorsHaveAddressesOfTheirOwn() {
        AwsKeys aws = new AwsKeys("AKID", new Secret("secret"), Secret.NONE, "eu-west-1");
        assertThat(url(new AnthropicCodec(JSON), Protocol.ANTHROPIC, aws))
                .hasToString("https://api.anthropic.com/v1/messages");
        assertThat(url(new GeminiCodec(JSON), Protocol.GEMINI, aws)).hasToString(
                "https://generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent?alt=sse");
        assertThat(url(new BedrockCodec(JSON, Clock.systemUTC()), Protocol.BEDROCK, aws))
                .hasToString("https://bedrock-runtime.eu-west-1.amazonaws.com/model/m/converse-stream");
        assertThat(url(new SageMakerCodec(JSON, Clock.systemUTC()), Protocol.SAGEMAKER, aws))
                .hasToString(
                        "https://runtime.sagemaker.eu-west-1.amazonaws.com/endpoints/m/invocations-response-stream");
    }

    private static URI url(Codec codec, Protocol protocol, AwsKeys aws) {
        return codec.encode(new Endpoint(protocol, null, "m", Secret.NONE, aws, null, Map.of(), null), hello()).url();
    }

    @ParameterizedTest
    @ValueSource(strings = { "OPENAI", "BEDROCK", "SAGEMAKER" })
    void whatLacksIsNamed(Protocol protocol) {
        assertThat(invalid(protocol, Map.of())).containsAnyOf("baseUrl is required", "credentials must have");
    }

    private String invalid(Protocol protocol, Map<String, Object> parameters) {
        RecordedAnswer answer = start(provider(PATIENT),
                new Endpoint(protocol, null, "m", Secret.NONE, null, parameters));
        assertThat(answer.failure().kind()).isEqualTo(Kind.BAD_REQUEST);
        return answer.failure().detail();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer a-long-key", " bearer  a-long-key\n", "a-long-key" })
    void keyIsSentOnce(String pasted) {
        server.next(Script.stream().says("Hi").finish("stop").doneMark());
        start(provider(PATIENT), new Endpoint(Protocol.OPENAI, server.url(), "m", new Secret(pasted), null, Map.of()))
                .completion();

        assertThat(server.requests().get(0).headers()).containsEntry("authorization", "Bearer a-long-key");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1", "/v1/", "/v1/chat/completions", "/v1/chat/completions/", "/v1/completions" })
    void baseUrlMayEndWithAProtocolsPath(String path) {
        server.next(Script.stream().says("Hi").finish("stop").doneMark());
        start(provider(PATIENT), new Endpoint(Protocol.OPENAI, server.url().resolve(path), "m", Secret.NONE, null,
                Map.of())).completion();

        assertThat(server.requests().get(0).path()).isEqualTo("/v1/chat/completions");
    }

    @Test
    void parametersThatAreNullAreLeftOut() throws Exception {
        Map<String, Object> parameters = new HashMap<>(Map.of("top_p", 1));
        parameters.put("temperature", null);

        JsonNode body = json(request(Wire.OPENAI, null, parameters).body());
        assertThat(body.has("temperature")).isFalse();
        assertThat(body.get("top_p").intValue()).isEqualTo(1);
    }

    @Test
    void noKeyNoHeader() {
        server.next(Script.stream().says("Hi").finish("stop").doneMark());
        start(provider(PATIENT), new Endpoint(Protocol.OPENAI, server.url(), "m", Secret.NONE, null, Map.of()))
                .completion();

        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void reasoningHasASecondName() {
        RecordedAnswer answer = ask(Wire.OPENAI,
                Script.stream().event("{\"choices\":[{\"delta\":{\"reasoning\":\"Hm\"}}]}").says("Yes").finish("stop"));

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Hm");
    }

    @Test
    void splitThinkTags() {
        RecordedAnswer answer = ask(Wire.OPENAI,
                Script.stream().says("<th").says("ink>Is 1 </").says(" 2? <").says("/thi")
                        .says("nk>\\n").says("\\nYes, ").says("<think>").finish("stop").doneMark());

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Is 1 </ 2? ");
        assertThat(answer.said()).isEqualTo("Yes, <think>");
    }

    @Test
    void thoughtAloneIsEmpty() {
        assertThat(ask(Wire.OPENAI, Script.stream().says("<think>Hm</think>").finish("length").doneMark()).failure()
                .kind())
                .isEqualTo(Kind.EMPTY);
    }

    @Test
    void doneMarkWithoutFinishReason() {
        assertThat(ask(Wire.OPENAI, Script.stream().says("Hi").doneMark()).completion())
                .isEqualTo(new Completion(FinishReason.STOP, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "OPENAI", "ANTHROPIC" })
    void lastEventEndsAtOnceAndForGood(Wire wire) {
        RecordedAnswer answer = ask(timeouts(500, 300, 600), wire, wire.open().send(wire.whole("Hi")).hang());

        answer.completion();
        await().until(() -> server.hangUps() == 1);
        assertThat(answer.endings()).isEqualTo(1);
    }

    @Test
    void blockedPromptIsEmpty() {
        RecordedAnswer answer = ask(Wire.GEMINI,
                Wire.GEMINI.open().send("data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.EMPTY);
        assertThat(answer.failure().detail()).contains("SAFETY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"message":"boom","code":500}}                       | UPSTREAM_ERROR
            {"error":"boom"}                                              | UPSTREAM_ERROR
            {"object":"error","message":"boom"}                           | UPSTREAM_ERROR
            {"error":{"message":"boom","code":429}}                       | RATE_LIMITED
            {"error":{"message":"boom, overloaded"}}                      | OVERLOADED
            {"error":{"message":"boom","code":"context_length_exceeded"}} | CONTEXT_TOO_LONG
            """)
    void errorInStream(String data, Kind kind) {
        ProviderError error = ask(Wire.OPENAI, Script.stream().says("Hi").event(data)).failure();

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.detail()).contains("boom");
    }

    @Test
    void errorEventNeedsNoJson() {
        assertThat(ask(Wire.OPENAI, Script.stream().send("event: error\ndata: boom\n\n")).failure())
                .isEqualTo(new ProviderError(Kind.UPSTREAM_ERROR, "boom", null));
    }

    @ParameterizedTest
    @CsvSource({ "throttlingException, RATE_LIMITED", "validationException, BAD_REQUEST",
            "modelStreamErrorException, UPSTREAM_ERROR", "internalServerException, UPSTREAM_ERROR" })
    void exceptionFrame(String type, Kind kind) {
        ProviderError error = ask(Wire.BEDROCK,
                Wire.BEDROCK.open().send(Frames.exception(type, "{\"message\":\"boom\"}"))).failure();

        assertThat(error).isEqualTo(new ProviderError(kind, type + " {\"message\":\"boom\"}", null));
    }

    @Test
    void headersOfOtherKindsAreSkipped() {
        byte[] frame = Frames.eventAmongOddHeaders("contentBlockDelta", "{\"delta\":{\"text\":\"Hi\"}}");
        RecordedAnswer answer = ask(Wire.BEDROCK, Wire.BEDROCK.open().send(frame).send(Wire.BEDROCK.whole()));

        answer.completion();
        assertThat(answer.said()).isEqualTo("Hi");
    }

    /** Computed anew from what arrived, by the rules as AWS publishes them. */
    @ParameterizedTest
    @CsvSource({ "BEDROCK, bedrock", "SAGEMAKER, sagemaker" })
    void signatureFitsWhatArrived(Wire wire, String service) throws Exception {
        server.next(wire.open().send(wire.whole("Hi")));
        Endpoint plain = wire.endpoint(server);
        start(provider(PATIENT), new Endpoint(plain.protocol(), plain.baseUrl(), "arn:aws:x:1:a/b c~d", Secret.NONE,
                plain.awsKeys(), null, Map.of(), null)).completion();

        SignatureCheck check = new SignatureCheck(server.requests().get(0), "ap-northeast-1", service);
        assertThat(check.signature(Wire.KEY)).isEqualTo(check.claimed());
        assertThat(check.signature("another key")).isNotEqualTo(check.claimed());
        assertThat(check.signedHeaders()).contains("host", "x-amz-date", "x-amz-security-token");
    }

    @Test
    void wrongChecksum() {
        byte[] frame = Wire.BEDROCK.says("Hi");
        frame[frame.length - 8] ^= 1;
        RecordedAnswer answer = ask(Wire.BEDROCK, Wire.BEDROCK.open().send(frame).hang());

        assertThat(answer.failure()).isEqualTo(
                new ProviderError(Kind.PROTOCOL, "a frame of the event stream has a wrong checksum", null));
        assertThat(answer.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    400 | ThrottlingException:http://x   | {"message":"Rate exceeded"}                            | RATE_LIMITED
                    403 | ExpiredTokenException          | {"message":"expired"}                                  | AUTH
                    400 | ValidationException            | {"message":"The provided model identifier is invalid"} | MODEL_NOT_FOUND
                    400 | ValidationError                | {"message":"Endpoint m of account 1 not found."}       | MODEL_NOT_FOUND
                    400 | ValidationException            | {"message":"Input is too long for requested model."}   | CONTEXT_TOO_LONG
                    429 | ModelNotReadyException         | {"message":"not ready"}                                | OVERLOADED
                    424 | ModelError                     | {"OriginalStatusCode":503,"OriginalMessage":"busy"}    | OVERLOADED
                    424 | ModelError                     | {"OriginalStatusCode":422,"OriginalMessage":"`inputs` tokens + `max_new_tokens` must be <= 9"} | CONTEXT_TOO_LONG
                    424 | ModelError                     | {"OriginalMessage":"boom"}                             | UPSTREAM_ERROR
                    """)
    void awsSaysTheTypeInAHeader(int status, String type, String body, Kind kind) {
        assertThat(
                ask(Wire.SAGEMAKER, Script.status(status).header("x-amzn-ErrorType", type).send(body)).failure().kind())
                .isEqualTo(kind);
    }

    @Test
    void googleSaysInTheBodyWhenToComeBack() {
        ProviderError error = ask(Wire.GEMINI, Script.status(429).send("""
                {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"retryDelay": "17.5s"}]}}""")).failure();

        assertThat(error.retryAfterSeconds()).isEqualTo(17);
        assertThat(ask(Wire.GEMINI,
                Script.status(400).send("{\"error\":{\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"))
                .failure().kind()).isEqualTo(Kind.AUTH);
    }

    @Test
    void shortKeyLeavesTheWordsWhole() {
        server.next(Script.status(401).send("a bad key"));
        Endpoint endpoint = new Endpoint(Protocol.OPENAI, server.url(), "m", new Secret("a"), null, Map.of());

        assertThat(start(provider(PATIENT), endpoint).failure().detail()).isEqualTo("HTTP 401 a bad key");
    }

    @Test
    void sessionTokenIsMasked() {
        assertThat(ask(Wire.BEDROCK, Script.status(403).send("token-of-the-session")).failure().detail())
                .isEqualTo("HTTP 403 ••••");
    }

    /** A name server that answers honestly when it is checked, and with the metadata service the next time. */
    @Test
    void nameThatFlipsIsConnectedToAsItWasChecked() {
        AtomicInteger asked = new AtomicInteger();
        AddressGuard guard = new AddressGuard(true, host -> new InetAddress[] { asked.incrementAndGet() % 2 == 1
                ? AddressGuardTest.address(127, 0, 0, 1)
                : AddressGuardTest.address(169, 254, 169, 254) });
        server.otherwise(Script.stream().says("Hi").finish("stop").doneMark());
        URI url = URI.create("http://rebind.example:" + server.url().getPort() + "/v1");
        HttpProvider provider = provider(PATIENT, guard);
        Endpoint endpoint = new Endpoint(Protocol.OPENAI, url, "m", Secret.NONE, null, Map.of());

        assertThat(start(provider, endpoint).completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(asked).hasValue(1);
        assertThat(server.requests().get(0).headers()).containsEntry("host",
                "rebind.example:" + server.url().getPort());
        assertThat(start(provider, endpoint).failure().kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void refusalMayBePacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("no such key".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ask(Wire.OPENAI, Script.status(401).header("Content-Encoding", "gzip").send(packed.toByteArray()))
                .failure()
                .detail()).isEqualTo("HTTP 401 no such key");
        assertThat(ask(Wire.OPENAI, Script.stream().header("Content-Encoding", "br").send("x")).failure().kind())
                .isEqualTo(Kind.PROTOCOL);
        assertThat(ask(Wire.OPENAI, Script.stream().header("Content-Encoding", "gzip").says("Hi")).failure().kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void partsOfAnUnknownKindAreSkipped() {
        byte[] other = Frames.event("SomethingNew", "data: {oops".getBytes(StandardCharsets.UTF_8));

        assertThat(ask(Wire.SAGEMAKER, Wire.SAGEMAKER.open().send(other).send(Wire.SAGEMAKER.whole("Hi"))).completion()
                .finishReason()).isEqualTo(FinishReason.STOP);
    }
}
