/**
 * The sub-commands: HTTP clients of a running arena, decided before anything starts. Start at
 * {@link org.dohyo.cli.Commands}. Uses {@code start} for settings and {@code backup}.
 */
package org.dohyo.cli;
