package org.dohyo.dataset.format;

import java.util.List;

/** What compar:IA's files have in common. */
final class CompariaVoter {

    private CompariaVoter() {
    }

    /** The visitor, else the session, else null. */
    static String of(Fields given) throws InvalidRecord {
        String visitor = given.optional("visitor_id");
        String session = visitor == null ? given.optional("session_hash") : null;
        return visitor != null ? "comparia:" + visitor : session == null ? null : "comparia:session:" + session;
    }

    static List<String> prompts(Fields given) {
        List<String> prompts = Fields.prompts(given.nestedOrText("conversation_a"));
        return prompts.isEmpty() ? given.prompt("opening_msg") : prompts;
    }

    static int turns(Fields given) throws InvalidRecord {
        double turns = given.number("conv_turns");
        if (Double.isNaN(turns)) {
            return 1;
        }
        if (turns < 1 || turns != Math.rint(turns) || turns > Integer.MAX_VALUE) {
            throw new InvalidRecord("conv_turns", words -> words.notPositive("conv_turns"));
        }
        return (int) turns;
    }
}
