package org.dohyo.leaderboard.agreement;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.text.Categories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The agreement of boards with people's votes, as it was last computed. */
@ApplicationScoped
public class Agreements {

    /** The boards that are not of people's votes. */
    static final List<String> CATEGORIES = List.of(Categories.JUDGE, Categories.INFERRED);

    private final StoredAgreement.Repository stored;
    private final ObjectMapper json;

    Agreements(StoredAgreement.Repository stored, ObjectMapper json) {
        this.stored = stored;
        this.json = json;
    }

    /** Empty for a board of people's votes, and as long as nothing has been computed. */
    @Transactional
    public Optional<Agreement> of(String category) {
        return CATEGORIES.contains(category) ? stored.findByIdOptional(category).map(this::read) : Optional.empty();
    }

    /** Replaces the last one of its category, in the transaction in progress. */
    void keep(Agreement agreement) {
        StoredAgreement row = new StoredAgreement();
        row.category = agreement.category();
        row.logSize = agreement.logSize();
        row.computedAt = agreement.computedAt();
        row.figures = text(agreement);
        stored.getEntityManager().merge(row);
    }

    private Agreement read(StoredAgreement row) {
        try {
            return json.readValue(row.figures, Agreement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored agreement can't be read", e);
        }
    }

    private String text(Agreement agreement) {
        try {
            return json.writeValueAsString(agreement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agreement can't be written as JSON", e);
        }
    }
}
