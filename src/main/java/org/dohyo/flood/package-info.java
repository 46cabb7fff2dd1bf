/**
 * What a flood of prompts and votes costs its senders: how many votes a network has in an hour, and above a rate a
 * proof of work. Start at {@link org.dohyo.flood.Floods}. Uses {@code model.secret}, {@code voter} and the rooms before
 * them.
 */
package org.dohyo.flood;
