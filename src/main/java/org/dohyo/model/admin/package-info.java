/**
 * The desk's interface and pages for models and their keys. Start at {@link org.dohyo.model.admin.ModelAdmin}. May use
 * {@code model.endpoint} and the packages before it.
 */
package org.dohyo.model.admin;
