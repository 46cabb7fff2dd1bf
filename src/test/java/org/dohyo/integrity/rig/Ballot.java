package org.dohyo.integrity.rig;

import org.dohyo.integrity.tilt.Result;

/**
 * A simulated vote.
 *
 * @param voter benign voters are numbered from 0 and an attacker's accounts from {@link World#VOTERS}
 * @param network the network that it came from
 * @param prompt the number of a prompt that others use too; −1 for one of its own
 * @param result for the first model
 */
record Ballot(int voter, int network, int prompt, int first, int second, Result result) {

    boolean rigged() {
        return voter >= World.VOTERS;
    }
}
