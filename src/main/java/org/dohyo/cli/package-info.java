/**
 * The sub-commands: HTTP clients of a running arena, decided before anything starts. Start at
 * {@link org.dohyo.cli.Commands}. Uses no other room.
 */
package org.dohyo.cli;
