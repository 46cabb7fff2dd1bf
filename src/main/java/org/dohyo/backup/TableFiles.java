package org.dohyo.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.dohyo.support.Hashes;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies tables to files and back, in PostgreSQL's text format, which every version reads. */
final class TableFiles {

    private static final int BUFFER = 1 << 16;

    private final CopyManager copies;
    private final Path directory;

    TableFiles(Connection connection, Path directory) throws SQLException {
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.directory = directory;
    }

    Contents.Table write(String table, List<String> columns) throws IOException, SQLException {
        Path file = Contents.Table.file(directory, table);
        MessageDigest digest = Hashes.newSha256();
        long rows;
        try (OutputStream out = new GZIPOutputStream(new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest), BUFFER)) {
            rows = copies.copyOut("copy " + list(table, columns) + " to stdout", out);
        }
        force(file);
        return new Contents.Table(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** True if the file is byte for byte as it was written. */
    static boolean intact(Path directory, Contents.Table table) throws IOException {
        Path file = table.in(directory);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        MessageDigest digest = Hashes.newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(table.sha256());
    }

    /** Returns the number of rows. */
    long read(Contents.Table table) throws IOException, SQLException {
        try (InputStream in = new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(table.in(directory)), BUFFER), BUFFER)) {
            return copies.copyIn("copy " + list(table.name(), table.columns()) + " from stdin", in);
        }
    }

    private static String list(String table, List<String> columns) {
        return quoted(table) + columns.stream().map(TableFiles::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Waits until the file is on the disk: a backup that a power cut can take back is none. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
