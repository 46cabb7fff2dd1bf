package org.dohyo.benchmark.mmlu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.dohyo.benchmark.imports.CsvRows;
import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionFileMessages;
import org.dohyo.benchmark.runner.Questions;
import org.dohyo.text.Language;
import org.dohyo.web.Languages;

/**
 * Questions by subject.
 *
 * @param the test split, asked in runs
 * @param the dev split, shown as solved examples
 */
public record MmluSet(List<MmluQuestion> questions, List<MmluQuestion> examples) implements Questions {

    private static final int LONGEST_SUBJECT = 100;
    /** The question, its four choices and the answer. */
    private static final int FIELDS = 6;

    public MmluSet {
        questions = List.copyOf(questions);
        examples = List.copyOf(examples);
    }

    @Override
    public int size() {
        return questions.size();
    }

    /** The first examples of the question's subject. */
    public List<MmluQuestion> examples(MmluQuestion question, int shots) {
        return examples.stream().filter(example -> example.subject().equals(question.subject())).limit(shots).toList();
    }

    /**
     * Reads the original layout: a file for each subject and split, named {@code {subject}_{split}.csv}, whose rows are
     * question, A, B, C, D, answer, without a header.
     *
     * @param files text by name; splits other than dev and test are ignored
     * @param languages of the arena, one of which is each question's
     * @throws QuestionFileException with the file and row that is wrong
     */
    public static MmluSet read(Map<String, String> files, Languages languages) {
        List<MmluQuestion> questions = new ArrayList<>();
        List<MmluQuestion> examples = new ArrayList<>();
        files.forEach((name, csv) -> {
            String plain = name.substring(name.lastIndexOf('/') + 1);
            if (plain.endsWith("_test.csv")) {
                questions.addAll(
                        subject(plain, plain.substring(0, plain.length() - "_test.csv".length()), csv, languages));
            } else if (plain.endsWith("_dev.csv")) {
                examples.addAll(
                        subject(plain, plain.substring(0, plain.length() - "_dev.csv".length()), csv, languages));
            }
        });
        if (questions.isEmpty()) {
            throw new QuestionFileException(QuestionFileMessages::theFile, QuestionFileMessages::noTestFile);
        }
        return new MmluSet(questions, examples);
    }

    private static List<MmluQuestion> subject(String file, String subject, String csv, Languages languages) {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new QuestionFileException(words -> file, words -> words.wrongFileName(LONGEST_SUBJECT));
        }
        List<MmluQuestion> questions = new ArrayList<>();
        // A file is in one language, so detecting it once is enough for thousands of questions.
        String language = languages.nearest(Language.of(csv).tag());
        for (CsvRows.Row row : rows(file, csv)) {
            questions.add(question(row.cells(), subject, language, words -> words.lineOf(file, row.line())));
        }
        return questions;
    }

    private static List<CsvRows.Row> rows(String file, String csv) {
        try {
            return CsvRows.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new QuestionFileException(words -> file, QuestionFileMessages::noCsv);
        }
    }

    private static MmluQuestion question(List<String> row, String subject, String language,
            Function<QuestionFileMessages, String> place) {
        if (row.size() != FIELDS) {
            throw new QuestionFileException(place, words -> words.fieldCount(row.size(), FIELDS));
        }
        String answer = row.get(5).strip();
        if (!answer.matches("[A-D]")) {
            throw new QuestionFileException(place, QuestionFileMessages::wrongAnswer);
        }
        if (row.get(0).isBlank()) {
            throw new QuestionFileException(place, QuestionFileMessages::noQuestion);
        }
        return new MmluQuestion(subject, language, row.get(0), row.subList(1, 5),
                MmluLetter.valueOf(answer));
    }
}
