/**
 * The built-in demo models: scripted text generators that need no endpoint. Start at
 * {@link org.dohyo.provider.demo.DemoModel}. May use {@code provider}.
 */
package org.dohyo.provider.demo;
