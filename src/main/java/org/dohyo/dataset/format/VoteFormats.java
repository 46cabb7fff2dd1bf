package org.dohyo.dataset.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.VotePages;

import io.quarkus.arc.All;

/** All formats of vote files. */
@ApplicationScoped
public class VoteFormats implements VotePages.FileFormats {

    private final List<VoteFormat> formats;

    public VoteFormats(@All List<VoteFormat> formats) {
        this.formats = formats.stream().sorted(Comparator.comparing(VoteFormat::general)
                .thenComparing(VoteFormat::name)).toList();
    }

    @Override
    public List<String> names() {
        return formats.stream().map(VoteFormat::name).sorted().toList();
    }

    public Optional<VoteFormat> named(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** The format of a file, by its first record. */
    public Optional<VoteFormat> of(Fields first) {
        return formats.stream().filter(format -> format.fits(first)).findFirst();
    }
}
