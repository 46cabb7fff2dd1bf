/**
 * Backups of the whole database as a directory of files, and their restore into an empty one; no server tools are
 * needed. Start at {@link org.dohyo.backup.Backup} and {@link org.dohyo.backup.Restore}. Uses only {@code support},
 * {@code model.secret} and {@code start}.
 */
package org.dohyo.backup;
