package org.dohyo.battle;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.dohyo.model.Model;

/** Decides which two models meet. */
public interface PairPlan {

    /** Two models in a random order of sides, and the probability with which the unordered pair was drawn. */
    record Draw(Model a, Model b, double propensity) {
    }

    /** Draws from at least two models of positive weight. */
    Draw draw(List<Model> candidates, RandomGenerator random);

    /** Each candidate's planned share of the sides of all battles, by slug; the shares add up to 1. */
    Map<String, Double> shares(List<Model> candidates);
}
