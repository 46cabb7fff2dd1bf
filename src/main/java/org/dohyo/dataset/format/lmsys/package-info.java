/**
 * The formats of FastChat, of the sets that LMArena published, and of MT-bench, which share their words.
 * {@link org.dohyo.dataset.format.lmsys.FastChatRecord} reads a record of most of them.
 */
package org.dohyo.dataset.format.lmsys;
