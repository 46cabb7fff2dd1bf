package org.dohyo.flood;

/**
 * A task in ALTCHA's format: find the number from 0 to {@code maxnumber} for which SHA-256 of {@code salt} and the
 * number is {@code challenge}.
 *
 * @param challenge in hexadecimal
 * @param signature of {@code challenge}, which covers the salt and the number
 */
public record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {
}
