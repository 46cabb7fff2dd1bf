package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record of a file, in any of the forms in which tools write prompts and answers: FastChat's questions and answer
 * files, rakuda, shaberi, flexeval, pairs of answers as llmfao has them, and plain members.
 */
final class ContentRecord {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_TURNS = 20;
    private static final String[] KEYS = { "question_id", "prompt_id", "id" };
    private static final String[] PROMPTS = { "turns", "question", "Question", "instruction", "prompt", "text" };
    private static final String[] ANSWERS = { "turns", "answer", "ModelAnswer", "lm_output", "response", "output",
            "text" };
    private static final String[] MODELS = { "model_id", "model" };

    private final ObjectNode json;

    ContentRecord(ObjectNode json) {
        this.json = json;
    }

    record ReadPrompt(String key, List<String> turns) {
    }

    record ReadAnswer(String key, String model, List<String> turns) {
    }

    /** True for two answers beside each other, where prompts and answers come again in other pairs. */
    boolean isPair() {
        return json.has("result_x") && json.has("result_y");
    }

    ReadPrompt prompt() throws InvalidRecordException {
        if (isPair()) {
            return new ReadPrompt(key("prompt"), texts("text"));
        }
        return new ReadPrompt(key(KEYS), texts(PROMPTS));
    }

    /** @param model the model of all answers of the file, or null where each record names its own */
    List<ReadAnswer> answers(String model) throws InvalidRecordException {
        if (isPair()) {
            return List.of(new ReadAnswer(key("prompt"), name("model_x"), texts("result_x")),
                    new ReadAnswer(key("prompt"), name("model_y"), texts("result_y")));
        }
        return List.of(new ReadAnswer(promptOfAnswer(), model == null ? name(MODELS) : model, answerTexts()));
    }

    /** FastChat keeps the turns in its first choice, flexeval the id beside the output. */
    private List<String> answerTexts() throws InvalidRecordException {
        JsonNode choice = json.path("choices").path(0);
        if (choice.isObject()) {
            return new ContentRecord((ObjectNode) choice).texts("turns");
        }
        return texts(ANSWERS);
    }

    private String promptOfAnswer() throws InvalidRecordException {
        if (json.path("extra_info") instanceof ObjectNode extra && json.has("lm_output")) {
            return new ContentRecord(extra).key(KEYS);
        }
        return key(KEYS);
    }

    private JsonNode first(String... members) throws InvalidRecordException {
        for (String member : members) {
            if (json.hasNonNull(member)) {
                return json.get(member);
            }
        }
        throw new InvalidRecordException(words -> words.noneOf(String.join(", ", members)));
    }

    private String key(String... members) throws InvalidRecordException {
        return named(first(members), members[0]);
    }

    private String name(String... members) throws InvalidRecordException {
        return named(first(members), members[0]);
    }

    private static String named(JsonNode value, String member) throws InvalidRecordException {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new InvalidRecordException(words -> words.noName(member));
        }
        String name = value.asText().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidRecordException(words -> words.wrongName(member, LONGEST_NAME));
        }
        return name;
    }

    private List<String> texts(String... members) throws InvalidRecordException {
        JsonNode value = first(members);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode turn : value) {
                texts.add(text(turn.isObject() ? turn.path("content") : turn));
            }
        } else {
            texts.add(text(value));
        }
        if (texts.isEmpty() || texts.size() > MOST_TURNS) {
            throw new InvalidRecordException(words -> words.turnLimit(texts.size(), MOST_TURNS));
        }
        return texts;
    }

    private static String text(JsonNode value) throws InvalidRecordException {
        if (!value.isTextual()) {
            throw new InvalidRecordException(UploadMessages::noText);
        }
        String text = value.textValue();
        if (text.isBlank()) {
            throw new InvalidRecordException(UploadMessages::emptyText);
        }
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new InvalidRecordException(words -> words.longText(LONGEST_TEXT));
        }
        return text;
    }
}
