package org.dohyo.benchmark.mtbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.Questions;
import org.dohyo.text.Language;
import org.dohyo.web.Languages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Questions in the order of their file. */
public record MtBenchSet(List<MtBenchQuestion> questions) implements Questions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_TURNS = 8;

    public MtBenchSet {
        questions = List.copyOf(questions);
    }

    @Override
    public int size() {
        return questions.size();
    }

    /**
     * Reads FastChat's {@code question.jsonl}: one object a line with {@code question_id}, {@code category},
     * {@code turns} and, where there is a right answer, {@code reference}.
     *
     * @param languages of the arena, one of which is each question's
     * @throws QuestionFileException with the line that is wrong
     */
    public static MtBenchSet read(String jsonl, Languages languages) {
        List<MtBenchQuestion> questions = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        List<String> lines = jsonl.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                MtBenchQuestion question = question(lines.get(i), "line " + (i + 1), languages);
                if (!ids.add(question.id())) {
                    throw new QuestionFileException("line " + (i + 1), "has a question_id that was there before");
                }
                questions.add(question);
            }
        }
        if (questions.isEmpty()) {
            throw new QuestionFileException("the file", "has no question");
        }
        return new MtBenchSet(questions);
    }

    private static MtBenchQuestion question(String line, String place, Languages languages) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new QuestionFileException(place, "is no JSON object");
        }
        if (node == null || !node.isObject()) {
            throw new QuestionFileException(place, "is no JSON object");
        }
        if (!node.path("question_id").canConvertToLong()) {
            throw new QuestionFileException(place, "has no question_id that is a whole number");
        }
        MtBenchKind kind = MtBenchKind.ofLabel(node.path("category").asText())
                .orElseThrow(() -> new QuestionFileException(place, "has a category that is none of the eight"));
        List<String> turns = texts(node.path("turns"), place + ", turns");
        if (turns.isEmpty() || turns.size() > MOST_TURNS) {
            throw new QuestionFileException(place, "must have 1 to " + MOST_TURNS + " turns");
        }
        String language = languages.nearest(Language.of(turns.get(0)).tag());
        return new MtBenchQuestion(node.get("question_id").longValue(), kind, language, turns,
                texts(node.path("reference"), place + ", reference"));
    }

    private static List<String> texts(JsonNode node, String place) {
        List<String> texts = new ArrayList<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new QuestionFileException(place, "is no list");
        }
        for (JsonNode text : node) {
            if (!text.isTextual() || text.textValue().isBlank() && place.endsWith("turns")) {
                throw new QuestionFileException(place, "has an entry that is no text");
            }
            texts.add(text.textValue());
        }
        return texts;
    }
}
