/**
 * What leaves a project: judgements in the formats of other tools, the report, a copy of it, and its end. Start at
 * {@link org.dohyo.project.out.JudgementExport} and {@link org.dohyo.project.out.Reports}. Annotators have pseudonyms
 * here.
 */
package org.dohyo.project.out;
