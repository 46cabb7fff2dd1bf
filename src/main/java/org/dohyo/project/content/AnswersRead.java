package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Checks the answers of one file one after another, and hands them on in batches. */
final class AnswersRead implements ContentFile.Taker {

    private static final int BATCH = 2000;

    private final UploadSheet sheet;
    private final String model;
    private final Map<String, ContentRows.Asked> prompts;
    private final Function<String, Long> models;
    private final Consumer<List<ContentRows.NewAnswer>> store;
    /** What was answered before in this file: the record and the text's hash. */
    private final Map<RecordedAnswer.Key, Earlier> earlier = new HashMap<>();
    private final Set<Long> answering = new LinkedHashSet<>();
    private final List<ContentRows.NewAnswer> batch = new ArrayList<>();

    private record Earlier(long record, int hash) {
    }

    /**
     * @param model the model of all answers, or null where each record names its own
     * @param prompts by key
     * @param models the id of a model by its name
     */
    AnswersRead(UploadSheet sheet, String model, Map<String, ContentRows.Asked> prompts, Function<String, Long> models,
            Consumer<List<ContentRows.NewAnswer>> store) {
        this.sheet = sheet;
        this.model = model;
        this.prompts = prompts;
        this.models = models;
        this.store = store;
    }

    @Override
    public void take(ObjectNode json) throws InvalidRecordException {
        ContentRecord content = new ContentRecord(json);
        for (ContentRecord.ReadAnswer answer : content.answers(model)) {
            take(answer, content.isPair());
        }
    }

    private void take(ContentRecord.ReadAnswer answer, boolean mayRepeat) throws InvalidRecordException {
        ContentRows.Asked prompt = prompts.get(answer.key());
        if (prompt == null) {
            throw new InvalidRecordException(words -> words.unknownPrompt(answer.key()));
        }
        if (prompt.turns() != answer.turns().size()) {
            throw new InvalidRecordException(
                    words -> words.turnCount(answer.turns().size(), answer.key(), prompt.turns()));
        }
        long by = models.apply(answer.model());
        answering.add(by);
        int hash = Arrays.hashCode(answer.turns().toArray());
        Earlier first = earlier.putIfAbsent(new RecordedAnswer.Key(prompt.id(), by),
                new Earlier(sheet.records(), hash));
        if (first == null) {
            batch.add(new ContentRows.NewAnswer(sheet.records(), prompt.id(), by, answer.turns()));
        } else if (!mayRepeat || first.hash() != hash) {
            throw new InvalidRecordException(
                    words -> words.secondAnswer(answer.model(), answer.key(), first.record()));
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** Hands on what is left; nothing more once the file is refused. */
    void flush() {
        if (!batch.isEmpty() && !sheet.isRefused()) {
            store.accept(List.copyOf(batch));
        }
        batch.clear();
    }

    /** How many answers the file has, each counted once. */
    int size() {
        return earlier.size();
    }

    /** The models that the file has answers of. */
    Set<Long> answering() {
        return answering;
    }
}
