package org.dohyo.provider;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.dohyo.provider.OpenAiServer.Script;

/**
 * What each protocol's server puts on the wire, written from the vendors' descriptions and not from our decoders. Texts
 * must need no escape in JSON.
 */
enum Wire {

    OPENAI(Protocol.OPENAI, "/v1", null) {

        @Override
        byte[] says(String text) {
            return event("{'id':'c','object':'chat.completion.chunk','created':1,'model':'m',"
                    + "'choices':[{'index':0,'delta':{'content':'%s'},'finish_reason':null}]}", text);
        }

        @Override
        byte[] thinks(String text) {
            return event("{'choices':[{'index':0,'delta':{'reasoning_content':'%s','content':null}}]}", text);
        }

        @Override
        byte[] ends(String raw) {
            return event("{'id':'c','object':'chat.completion.chunk','created':1,'model':'m',"
                    + "'choices':[{'index':0,'delta':{},'finish_reason':'%s'}]}", raw);
        }

        @Override
        byte[] closes() {
            return join(event("{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4,'total_tokens':7}}"),
                    "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String raw(FinishReason reason) {
            return Map
                    .of(FinishReason.STOP, "stop", FinishReason.LENGTH, "length", FinishReason.FILTERED,
                            "content_filter")
                    .get(reason);
        }

        @Override
        byte[] breaks() {
            return event("{'error':{'message':'boom, overloaded','type':'server_error','code':503}}");
        }

        @Override
        String complaint(String words) {
            return "{\"error\":{\"message\":\"" + words + "\",\"type\":\"x\",\"code\":null}}";
        }
    },

    /**
     * Azure OpenAI: a deployment's URL with the version of the interface, its own header, a first chunk without
     * choices.
     */
    AZURE(Protocol.OPENAI, "/openai/deployments/m?api-version=2024-10-21", OPENAI) {

        @Override
        byte[] begins() {
            return event("{'choices':[],'prompt_filter_results':[{'prompt_index':0,'content_filter_results':{}}]}");
        }
    },

    RESPONSES(Protocol.RESPONSES, "/v1", OPENAI) {

        @Override
        byte[] begins() {
            return join(
                    named("response.created",
                            "{'type':'response.created','response':{'id':'r','object':'response','status':'in_progress'}}"),
                    named("response.output_item.added",
                            "{'type':'response.output_item.added','item':{'type':'message','content':[]}}"));
        }

        @Override
        byte[] says(String text) {
            return named("response.output_text.delta",
                    "{'type':'response.output_text.delta','item_id':'i','delta':'" + text + "'}");
        }

        @Override
        byte[] thinks(String text) {
            return named("response.reasoning_summary_text.delta",
                    "{'type':'response.reasoning_summary_text.delta','item_id':'i','delta':'" + text + "'}");
        }

        @Override
        byte[] ends(String raw) {
            boolean complete = !raw.startsWith("max") && !raw.startsWith("content");
            String name = "response." + (complete ? "completed" : "incomplete");
            String details = complete ? "null" : "{'reason':'" + raw + "'}";
            return named(name, "{'type':'" + name + "','response':{'object':'response','status':'"
                    + (complete ? raw : "incomplete") + "','incomplete_details':" + details
                    + ",'error':null,'usage':{'input_tokens':3,'output_tokens':4}}}");
        }

        @Override
        byte[] closes() {
            return new byte[0];
        }

        @Override
        String raw(FinishReason reason) {
            return Map.of(FinishReason.STOP, "completed", FinishReason.LENGTH, "max_output_tokens",
                    FinishReason.FILTERED, "content_filter").get(reason);
        }

        @Override
        byte[] breaks() {
            return named("error", "{'type':'error','code':'server_is_overloaded','message':'boom, overloaded'}");
        }
    },

    COMPLETIONS(Protocol.COMPLETIONS, "/v1", OPENAI) {

        @Override
        byte[] says(String text) {
            return event("{'id':'c','object':'text_completion','choices':[{'index':0,'text':'%s','logprobs':null,"
                    + "'finish_reason':null}]}", text);
        }

        @Override
        byte[] thinks(String text) {
            return null;
        }

        @Override
        byte[] ends(String raw) {
            return event("{'id':'c','object':'text_completion','choices':[{'index':0,'text':'','finish_reason':'%s'}]}",
                    raw);
        }
    },

    TGI(Protocol.TGI, "", null) {

        @Override
        byte[] says(String text) {
            return event("{'index':1,'token':{'id':7,'text':'%s','logprob':-0.1,'special':false},"
                    + "'generated_text':null,'details':null}", text);
        }

        @Override
        byte[] ends(String raw) {
            return event("{'index':9,'token':{'id':2,'text':'</s>','logprob':0.0,'special':true},'generated_text':'x',"
                    + "'details':{'finish_reason':'%s','generated_tokens':4,'input_length':3,'seed':null}}", raw);
        }

        @Override
        String raw(FinishReason reason) {
            return reason == FinishReason.LENGTH ? "length" : "eos_token";
        }

        @Override
        byte[] breaks() {
            return event("{'error':'boom: Model is overloaded','error_type':'overloaded'}");
        }

        @Override
        String complaint(String words) {
            return "{\"error\":\"" + words + "\",\"error_type\":\"x\"}";
        }
    },

    ANTHROPIC(Protocol.ANTHROPIC, "/v1", null) {

        @Override
        byte[] begins() {
            return join(named("message_start",
                    """
                            {'type':'message_start','message':{'id':'msg_1','type':'message','role':'assistant','content':[],
                             'model':'m','stop_reason':null,'stop_sequence':null,'usage':{'input_tokens':3,'output_tokens':1}}}"""),
                    named("content_block_start",
                            "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}"),
                    named("ping", "{'type':'ping'}"));
        }

        @Override
        byte[] says(String text) {
            return named("content_block_delta",
                    "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'" + text + "'}}");
        }

        @Override
        byte[] thinks(String text) {
            return named("content_block_delta",
                    "{'type':'content_block_delta','index':0,'delta':{'type':'thinking_delta','thinking':'" + text
                            + "'}}");
        }

        @Override
        byte[] ends(String raw) {
            return join(named("content_block_stop", "{'type':'content_block_stop','index':0}"), named("message_delta",
                    "{'type':'message_delta','delta':{'stop_reason':'" + raw
                            + "','stop_sequence':null},'usage':{'output_tokens':4}}"));
        }

        @Override
        byte[] closes() {
            return named("message_stop", "{'type':'message_stop'}");
        }

        @Override
        String raw(FinishReason reason) {
            return Map
                    .of(FinishReason.STOP, "end_turn", FinishReason.LENGTH, "max_tokens", FinishReason.FILTERED,
                            "refusal")
                    .get(reason);
        }

        @Override
        byte[] breaks() {
            return named("error", "{'type':'error','error':{'type':'overloaded_error','message':'boom'}}");
        }

        @Override
        String complaint(String words) {
            return "{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"" + words + "\"}}";
        }
    },

    GEMINI(Protocol.GEMINI, "/v1beta", null) {

        @Override
        byte[] says(String text) {
            return event("{'candidates':[{'content':{'parts':[{'text':'%s'}],'role':'model'},'index':0}]}", text);
        }

        @Override
        byte[] thinks(String text) {
            return event(
                    "{'candidates':[{'content':{'parts':[{'text':'%s','thought':true}],'role':'model'},'index':0}]}",
                    text);
        }

        @Override
        byte[] ends(String raw) {
            return event(
                    "{'candidates':[{'content':{'parts':[{'text':''}],'role':'model'},'finishReason':'%s','index':0}],"
                            + "'usageMetadata':{'promptTokenCount':3,'candidatesTokenCount':3,'thoughtsTokenCount':1,"
                            + "'totalTokenCount':7}}",
                    raw);
        }

        @Override
        String raw(FinishReason reason) {
            return Map.of(FinishReason.STOP, "STOP", FinishReason.LENGTH, "MAX_TOKENS", FinishReason.FILTERED, "SAFETY")
                    .get(reason);
        }

        @Override
        byte[] breaks() {
            return event("{'error':{'code':503,'message':'boom','status':'UNAVAILABLE'}}");
        }

        @Override
        String complaint(String words) {
            return "{\"error\":{\"code\":400,\"message\":\"" + words + "\",\"status\":\"x\"}}";
        }
    },

    BEDROCK(Protocol.BEDROCK, "", null) {

        @Override
        byte[] begins() {
            return join(Frames.event("messageStart", "{\"role\":\"assistant\"}"), Frames.event("somethingNew", "{}"));
        }

        @Override
        byte[] says(String text) {
            return Frames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + text + "\"}}");
        }

        @Override
        byte[] thinks(String text) {
            return Frames.event("contentBlockDelta",
                    "{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"text\":\"" + text + "\"}}}");
        }

        @Override
        byte[] ends(String raw) {
            return join(Frames.event("contentBlockStop", "{\"contentBlockIndex\":0}"),
                    Frames.event("messageStop", "{\"stopReason\":\"" + raw + "\"}"));
        }

        @Override
        byte[] closes() {
            return Frames.event("metadata",
                    "{\"usage\":{\"inputTokens\":3,\"outputTokens\":4,\"totalTokens\":7},\"metrics\":{\"latencyMs\":9}}");
        }

        @Override
        String raw(FinishReason reason) {
            return Map.of(FinishReason.STOP, "end_turn", FinishReason.LENGTH, "max_tokens", FinishReason.FILTERED,
                    "guardrail_intervened").get(reason);
        }

        @Override
        byte[] breaks() {
            return Frames.exception("serviceUnavailableException", "{\"message\":\"boom\"}");
        }

        @Override
        byte[] malformed() {
            return Frames.event("contentBlockDelta", "{oops");
        }

        @Override
        String complaint(String words) {
            return "{\"message\":\"" + words + "\"}";
        }
    },

    SAGEMAKER(Protocol.SAGEMAKER, "", OPENAI) {

        @Override
        byte[] breaks() {
            return part(TGI.breaks());
        }

        @Override
        String complaint(String words) {
            return "{\"ErrorCode\":\"x\",\"Message\":\"Received error from primary\",\"OriginalStatusCode\":400,"
                    + "\"OriginalMessage\":\"" + words + "\"}";
        }
    },

    /** TGI's older stream of tokens behind SageMaker. */
    SAGEMAKER_TGI(Protocol.SAGEMAKER, "", TGI, Map.of("payload", "inputs")) {

        @Override
        String complaint(String words) {
            return SAGEMAKER.complaint(words);
        }
    },

    /** LMI's older stream behind SageMaker: a JSON object a line, two lines to a part here. */
    SAGEMAKER_LMI(Protocol.SAGEMAKER, "", SAGEMAKER_TGI, Map.of("payload", "inputs")) {

        @Override
        byte[] says(String text) {
            return line("{'token':{'id':7,'text':'%s','log_prob':-0.1}}", text);
        }

        @Override
        byte[] ends(String raw) {
            return line(
                    "{'token':{'id':2,'text':'','log_prob':0.0},'details':{'finish_reason':'%s','generated_tokens':4,"
                            + "'prompt_tokens':3},'generated_text':'x'}",
                    raw);
        }

        @Override
        byte[] breaks() {
            return line("{'error':'boom: overloaded'}");
        }

        @Override
        byte[] malformed() {
            return line("{oops");
        }
    };

    static final String KEY = "sk-a-long-secret";
    private static final AwsKeys AWS = new AwsKeys("AKIDEXAMPLE", new Secret(KEY), new Secret("token-of-the-session"),
            "ap-northeast-1");

    final Protocol protocol;
    private final String base;
    private final Wire like;
    private final Map<String, Object> parameters;

    Wire(Protocol protocol, String base, Wire like) {
        this(protocol, base, like, Map.of());
    }

    /** @param like what this one does alike, in frames of its own if it has any; null if it does all in its own way */
    Wire(Protocol protocol, String base, Wire like, Map<String, Object> parameters) {
        this.protocol = protocol;
        this.base = base;
        this.like = like;
        this.parameters = parameters;
    }

    private byte[] framed(byte[] bytes) {
        boolean container = protocol == Protocol.SAGEMAKER && like.protocol != Protocol.SAGEMAKER;
        return container && bytes != null && bytes.length > 0 ? part(bytes) : bytes;
    }

    byte[] says(String text) {
        return framed(like.says(text));
    }

    /** Reasoning that the protocol keeps apart; null where it has none. */
    byte[] thinks(String text) {
        return like == null ? null : framed(like.thinks(text));
    }

    /** The end marker, with a usage of 3 and 4 tokens where it belongs there. */
    byte[] ends(String raw) {
        return framed(like.ends(raw));
    }

    String raw(FinishReason reason) {
        return like.raw(reason);
    }

    /** An error in the middle of a stream that says "boom" and that the server is overloaded. */
    byte[] breaks() {
        return framed(like.breaks());
    }

    /** The body of a refusal in the vendor's form. */
    String complaint(String words) {
        return like.complaint(words);
    }

    /** What comes before any text. */
    byte[] begins() {
        return like == null ? new byte[0] : framed(like.begins());
    }

    /** What follows the end marker. */
    byte[] closes() {
        return like == null ? new byte[0] : framed(like.closes());
    }

    byte[] malformed() {
        return like == null ? event("{oops") : framed(like.malformed());
    }

    /** Whether the text lies in server-sent events. */
    boolean sse() {
        return protocol != Protocol.BEDROCK && protocol != Protocol.SAGEMAKER;
    }

    /** Something that keeps a connection alive and says nothing. */
    byte[] keepAlive() {
        return sse() ? ": still here\n\n".getBytes(StandardCharsets.UTF_8) : Frames.event("initial-response", "{}");
    }

    byte[] whole(String... texts) {
        byte[] all = begins();
        for (String text : texts) {
            all = join(all, says(text));
        }
        return join(all, ends(raw(FinishReason.STOP)), closes());
    }

    /** A good answer's status and type. */
    Script open() {
        return sse() ? Script.stream()
                : Script.status(200).header("Content-Type", "application/vnd.amazon.eventstream");
    }

    Endpoint endpoint(OpenAiServer server) {
        return endpoint(server.url().resolve("/"));
    }

    Endpoint endpoint(URI root) {
        boolean aws = protocol == Protocol.BEDROCK || protocol == Protocol.SAGEMAKER;
        return new Endpoint(protocol, root.resolve(base.isEmpty() ? "/" : base), "m",
                aws ? Secret.NONE : new Secret(KEY),
                aws ? AWS : AwsKeys.NONE, null, parameters, null);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** An event whose JSON is written with single quotes. */
    static byte[] event(String json, Object... values) {
        return ("data: " + quoted(json, values) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] named(String name, String json) {
        return ("event: " + name + "\ndata: " + quoted(json.replace("\n", "")) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] line(String json, Object... values) {
        return part((quoted(json, values) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String json, Object... values) {
        return (values.length == 0 ? json : json.formatted(values)).replace('\'', '"');
    }

    /** What a container sends, cut into two frames in the middle of whatever stands there. */
    static byte[] part(byte[] bytes) {
        byte[] first = new byte[bytes.length / 2];
        byte[] second = new byte[bytes.length - first.length];
        System.arraycopy(bytes, 0, first, 0, first.length);
        System.arraycopy(bytes, first.length, second, 0, second.length);
        return join(Frames.event("PayloadPart", first), Frames.event("PayloadPart", second));
    }
}
