package org.dohyo.rating.agreement;

/**
 * One annotator's category for one item; what wasn't annotated has no record.
 *
 * @param item any number from 0
 * @param annotator any number
 * @param category 0 … categories−1, in rising order where the categories have one
 */
public record Annotation(int item, int annotator, int category) {

    public Annotation {
        if (item < 0 || category < 0) {
            throw new IllegalArgumentException("item " + item + ", category " + category);
        }
    }
}
