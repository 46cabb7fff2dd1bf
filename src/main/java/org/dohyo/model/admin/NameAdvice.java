package org.dohyo.model.admin;

import java.util.List;

/** Warns an admin of names that are hard to find in answers. The room of votes implements it. */
public interface NameAdvice {

    /**
     * The ordinary words among the names of the model and its maker, in lower case, without the model's exceptions.
     * Such a word counts as the model's name only where an answer uses it as a name.
     */
    List<String> ordinaryWords(ModelView model);
}
