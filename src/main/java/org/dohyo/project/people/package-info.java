/**
 * The people of a project: owners and viewers by their accounts, annotators by an invitation link. Start at
 * {@link org.dohyo.project.people.ProjectAccess}, which turns everyone else away with 404. Uses {@code account} and
 * {@code voter}.
 */
package org.dohyo.project.people;
