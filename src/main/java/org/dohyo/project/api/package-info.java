/**
 * The interface of projects: {@code /api/admin/projects} for owners and viewers, {@code /api/projects} for annotators.
 * Thin: it reads the call and hands on to the rooms before it.
 */
package org.dohyo.project.api;
