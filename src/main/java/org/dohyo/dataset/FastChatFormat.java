package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * FastChat's clean_battle files and their neighbours: the sets that LMArena published in the same words (33k, 55k as
 * CSV, 100k, 140k), and Open WebUI's feedback.
 */
@ApplicationScoped
class FastChatFormat implements ImportFormat {

    private final Clock clock;

    FastChatFormat(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fastchat";
    }

    @Override
    public Result read(InputStream body, boolean skipInvalid, Sink sink) throws IOException {
        RecordSheet sheet = new RecordSheet(skipInvalid, clock.instant(), sink);
        VoteFile.read(body, sheet);
        return sheet.result();
    }
}
