/**
 * The pages of projects: {@code /desk/projects} for owners and viewers, {@code /projects} for annotators. Thin: start
 * at {@link org.dohyo.project.page.ProjectDeskPages}; the words are in the message bundles beside it.
 */
package org.dohyo.project.page;
