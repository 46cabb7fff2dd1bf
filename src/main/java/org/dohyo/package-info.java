/**
 * The application's entry point. Start at {@link org.dohyo.Dohyo}: it runs a sub-command of {@code cli} or hands over
 * to {@code start}. It may use every room; none uses it.
 */
package org.dohyo;
