package org.dohyo.provider.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.stream.AnswerText;

/**
 * The text that a model without a chat template is asked to continue.
 *
 * @param start comes once, before the first turn; {@code {system}} stands for the system prompt
 * @param turn comes for each turn; {@code {prompt}} and {@code {answer}} stand for its texts, and the last turn ends
 *        where its answer is to come. A turn with {@code <NL>} is of a model that knows line breaks only as this word
 */
public record PromptTemplate(String start, String turn) {

    private static final String NAME = "template";
    private static final String PROMPT = "{prompt}";
    private static final String ANSWER = "{answer}";
    private static final String SYSTEM = "{system}";
    private static final String WRITTEN_BREAK = "<NL>";
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern PLACE = Pattern.compile("\\{\\w{1,40}}");
    private static final Pattern PLACES = Pattern.compile("\\{(prompt|answer)}");

    /** Templates that models were trained with, by the names that a parameter may have instead of a template. */
    private static final Map<String, PromptTemplate> PRESETS = Map.of(
            "rinna", new PromptTemplate("", "ユーザー: {prompt}<NL>システム: {answer}<NL>"),
            "user-system-ja", new PromptTemplate("", "ユーザー: {prompt}\nシステム: {answer}\n"),
            "alpaca-ja", new PromptTemplate("以下はタスクを説明する指示です。要求を適切に満たすような返答を書いてください。\n\n",
                    "###指示: {prompt}\n###返答:{answer}\n\n"),
            "alpaca", new PromptTemplate(
                    "Below is an instruction that describes a task. Write a response that appropriately completes the "
                            + "request.\n\n",
                    "### Instruction:\n{prompt}\n\n### Response:\n{answer}\n\n"),
            "user-assistant", new PromptTemplate("", "User: {prompt}\n\nAssistant:{answer}\n\n"));

    /**
     * Takes the parameter {@code template}: a preset's name, a turn, or an object with {@code start} and {@code turn}.
     * The older parameter {@code turns} has the words before the texts and the one after them. Without either a single
     * prompt is the text, and a longer conversation has lines that begin with User and Assistant.
     *
     * @throws InvalidEndpointException if no prompt can be written with it
     */
    static PromptTemplate of(Parameters parameters, List<Message> conversation) {
        if (parameters.has("turns")) {
            return ofTurns(parameters.object("turns"));
        }
        Object given = parameters.take(NAME);
        if (given == null) {
            return conversation.size() == 1 ? new PromptTemplate("", PROMPT)
                    : new PromptTemplate("", "User: {prompt}\nAssistant: {answer}\n");
        }
        PromptTemplate template = given instanceof Map<?, ?> parts
                ? new PromptTemplate(text(parts, "start", ""), text(parts, "turn", ""))
                : named(String.valueOf(given));
        requireKnown("start", template.start, Set.of(SYSTEM));
        requireKnown("turn", template.turn, Set.of(PROMPT, ANSWER));
        if (!template.turn.contains(PROMPT)) {
            throw new InvalidEndpointException("parameters", Fault.NO_PROMPT,
                    PRESETS.keySet().stream().sorted().toList().toString());
        }
        return template;
    }

    /** A misspelt place would reach the model as it is written. */
    private static void requireKnown(String part, String text, Set<String> places) {
        PLACE.matcher(text).results().map(MatchResult::group).filter(place -> !places.contains(place)).findFirst()
                .ifPresent(place -> {
                    throw new InvalidEndpointException("parameters", Fault.UNKNOWN_PLACE, place, part,
                            String.join(" and ", new TreeSet<>(places)));
                });
    }

    private static PromptTemplate named(String text) {
        return Objects.requireNonNullElseGet(PRESETS.get(text), () -> new PromptTemplate("", text));
    }

    private static PromptTemplate ofTurns(Map<String, Object> turns) {
        String end = text(turns, "end", "\n");
        return new PromptTemplate("", text(turns, "user", "User: ") + PROMPT + end
                + text(turns, "assistant", "Assistant: ") + ANSWER + end);
    }

    private static String text(Map<?, ?> parts, String name, String otherwise) {
        Object text = parts.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text instanceof String string) {
            return string;
        }
        throw new InvalidEndpointException("parameters", Fault.NO_TEXT_OF_TEMPLATE, name);
    }

    /** The prompt of the conversation, as it is sent. */
    public static String preview(Endpoint endpoint, List<Message> conversation) {
        return endpoint.foldsSystemPrompt()
                ? preview(endpoint.withoutSystemPrompt(), endpoint.fold(conversation))
                : of(new Parameters(endpoint), conversation).write(endpoint, conversation);
    }

    /** How the answer to a prompt that was written like that is to be read. */
    public static AnswerText answer(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        PromptTemplate template = of(parameters, conversation);
        return new AnswerText(parameters.has("stop") ? parameters.stops() : template.endings(), template.lineBreak());
    }

    private String lineBreak() {
        return turn.contains(WRITTEN_BREAK) ? WRITTEN_BREAK : "";
    }

    /** A text as the model knows line breaks. */
    private String written(String text) {
        return lineBreak().isEmpty() ? text : LINE_BREAK.matcher(text).replaceAll(lineBreak());
    }

    String write(Endpoint endpoint, List<Message> conversation) {
        String system = endpoint.hasSystemPrompt() ? written(endpoint.systemPrompt()) : "";
        StringBuilder text = new StringBuilder();
        if (!system.isEmpty() && !start.contains(SYSTEM)) {
            text.append(system).append(written("\n"));
        }
        text.append(start.replace(SYSTEM, system));
        for (int i = 0; i < conversation.size(); i += 2) {
            String prompt = written(conversation.get(i).content());
            boolean last = i + 1 >= conversation.size();
            text.append(turn(prompt, last ? null : written(conversation.get(i + 1).content())));
        }
        return text.toString();
    }

    /** @param answer null leaves the turn open where the answer is to come */
    private String turn(String prompt, String answer) {
        int open = turn.indexOf(ANSWER);
        String template = answer == null && open >= 0 ? turn.substring(0, open) : turn;
        return PLACES.matcher(template).replaceAll(place -> Matcher.quoteReplacement(
                place.group(1).equals("prompt") ? prompt : Objects.requireNonNullElse(answer, "")));
    }

    /** The words before a prompt, empty if there are none: a model that writes them has begun the next turn itself. */
    String nextTurn() {
        return turn.substring(0, turn.indexOf(PROMPT)).strip();
    }

    /** What an answer may end with where {@link #nextTurn} stops it: the end of its own turn may come before. */
    private List<String> endings() {
        int answer = turn.indexOf(ANSWER);
        String between = (answer < 0 ? "" : turn.substring(answer + ANSWER.length()))
                + turn.substring(0, turn.indexOf(PROMPT)).stripTrailing();
        return nextTurn().isEmpty() ? List.of() : List.of(between, nextTurn());
    }
}
