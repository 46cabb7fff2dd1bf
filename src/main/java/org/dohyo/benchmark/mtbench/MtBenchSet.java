package org.dohyo.benchmark.mtbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionFileMessages;
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
                int number = i + 1;
                MtBenchQuestion question = question(lines.get(i), number, languages);
                if (!ids.add(question.id())) {
                    throw new QuestionFileException(words -> words.line(number), QuestionFileMessages::sameId);
                }
                questions.add(question);
            }
        }
        if (questions.isEmpty()) {
            throw new QuestionFileException(QuestionFileMessages::theFile, QuestionFileMessages::noQuestion);
        }
        return new MtBenchSet(questions);
    }

    private static MtBenchQuestion question(String line, int number, Languages languages) {
        Function<QuestionFileMessages, String> place = words -> words.line(number);
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new QuestionFileException(place, QuestionFileMessages::noObject);
        }
        if (node == null || !node.isObject()) {
            throw new QuestionFileException(place, QuestionFileMessages::noObject);
        }
        if (!node.path("question_id").canConvertToLong()) {
            throw new QuestionFileException(place, QuestionFileMessages::noId);
        }
        MtBenchKind kind = MtBenchKind.ofLabel(node.path("category").asText())
                .orElseThrow(() -> new QuestionFileException(place, QuestionFileMessages::unknownCategory));
        List<String> turns = texts(node, "turns", number);
        if (turns.isEmpty() || turns.size() > MOST_TURNS) {
            throw new QuestionFileException(place, words -> words.turnCount(MOST_TURNS));
        }
        String language = languages.nearest(Language.of(turns.get(0)).tag());
        return new MtBenchQuestion(node.get("question_id").longValue(), kind, language, turns,
                texts(node, "reference", number));
    }

    private static List<String> texts(JsonNode question, String member, int line) {
        Function<QuestionFileMessages, String> place = words -> words.memberOf(line, member);
        JsonNode node = question.path(member);
        List<String> texts = new ArrayList<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new QuestionFileException(place, QuestionFileMessages::noList);
        }
        for (JsonNode text : node) {
            if (!text.isTextual() || text.textValue().isBlank() && member.equals("turns")) {
                throw new QuestionFileException(place, QuestionFileMessages::noText);
            }
            texts.add(text.textValue());
        }
        return texts;
    }
}
