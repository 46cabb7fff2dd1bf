/**
 * What is compared in a project: prompts, models by their names, and recorded answers, mostly uploaded as files. Start
 * at {@link org.dohyo.project.content.ContentUpload}; {@link org.dohyo.project.content.ContentRecord} knows the
 * formats. A file is stored whole or not at all.
 */
package org.dohyo.project.content;
