package org.dohyo.battle.play;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Stratum;
import org.dohyo.battle.SuggestedPrompts;
import org.dohyo.model.secret.KeyedHashes;
import org.dohyo.text.PlainPrompt;

/** Tells which battles began with the same prompt, without its text. */
@ApplicationScoped
public class PromptGroups {

    private static final String PURPOSE = "prompts";

    private final SuggestedPrompts suggested;
    private final KeyedHashes keys;

    PromptGroups(SuggestedPrompts suggested, KeyedHashes keys) {
        this.suggested = suggested;
        this.keys = keys;
    }

    /** @param group the same for prompts that differ only in what {@link PlainPrompt} takes away; null if unknown */
    public record Group(Stratum stratum, byte[] group) {
    }

    public Group of(String firstPrompt) {
        String plain = PlainPrompt.of(firstPrompt);
        Optional<byte[]> group = keys.hash(PURPOSE, plain);
        return new Group(suggested.contains(plain) ? Stratum.SUGGESTED : Stratum.OWN, group.orElse(null));
    }
}
