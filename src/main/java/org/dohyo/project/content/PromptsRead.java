package org.dohyo.project.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The prompts of one file, each once. */
final class PromptsRead implements ContentFile.Taker {

    private final Map<String, List<String>> turnsByKey = new LinkedHashMap<>();
    private final Map<String, Long> recordOf = new LinkedHashMap<>();
    private final UploadSheet sheet;

    PromptsRead(UploadSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void take(ObjectNode json) throws InvalidRecordException {
        ContentRecord content = new ContentRecord(json);
        ContentRecord.ReadPrompt prompt = content.prompt();
        List<String> earlier = turnsByKey.putIfAbsent(prompt.key(), prompt.turns());
        if (earlier == null) {
            recordOf.put(prompt.key(), sheet.records());
        } else if (!content.isPair() || !earlier.equals(prompt.turns())) {
            throw new InvalidRecordException(
                    words -> words.secondPrompt(recordOf.get(prompt.key()), prompt.key()));
        }
    }

    Map<String, List<String>> turnsByKey() {
        return turnsByKey;
    }

    long recordOf(String key) {
        return recordOf.get(key);
    }
}
