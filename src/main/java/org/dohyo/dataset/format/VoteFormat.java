package org.dohyo.dataset.format;

import java.util.List;

/** A format of vote files. Each is a bean; {@code docs/formats.md} has a section for it, named as it is. */
public interface VoteFormat {

    /** The {@code format} parameter of the import, in lower case. */
    String name();

    /**
     * Whether a file is in this format, by its first record. A CSV's has all its columns, null where the cell is empty.
     */
    boolean fits(Fields first);

    /** True if files of more particular formats fit too, which are then preferred. */
    default boolean general() {
        return false;
    }

    /** @throws InvalidRecord if the record can't be imported; what it isn't asked for is ignored */
    List<Comparison> comparisons(Fields given) throws InvalidRecord;
}
