package org.dohyo.dataset.release;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The files of releases, in pieces in the database, which is all that replicas share. */
@ApplicationScoped
class FileStore {

    private static final int PIECE = 1 << 20;

    private final Session database;
    private final ReleaseFile.Repository files;
    private final ReleasePiece.Repository pieces;

    FileStore(Session database, ReleaseFile.Repository files, ReleasePiece.Repository pieces) {
        this.database = database;
        this.files = files;
        this.pieces = pieces;
    }

    /** Writes a file's content and leaves the stream open. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Stores a file in the caller's transaction; a piece at a time is in memory. */
    ReleaseFile store(long release, int place, String name, String mediaType, Content content) throws IOException {
        Storing file = begin(release, name, mediaType);
        content.write(file);
        return file.end(place);
    }

    /** Begins a file in the caller's transaction; several can be written at a time. */
    Storing begin(long release, String name, String mediaType) {
        return new Storing(new Pieces(release, name), sha256(), mediaType);
    }

    /**
     * Writes a stored file, each piece read by itself; ends early, with an exception, once the release is withdrawn.
     */
    void write(ReleaseFile file, OutputStream out) throws IOException {
        long written = 0;
        for (int number = 0; written < file.size; number++) {
            int next = number;
            Optional<byte[]> bytes = QuarkusTransaction.requiringNew()
                    .call(() -> pieces.bytes(file.releaseId, file.name, next));
            byte[] piece = bytes.orElseThrow(() -> new IOException("the release was withdrawn"));
            out.write(piece);
            written += piece.length;
        }
    }

    /** Deletes the files of a release in the caller's transaction. */
    void delete(long release) {
        pieces.delete("releaseId", release);
        files.delete("releaseId", release);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file that is being stored; {@link #end} completes it. */
    final class Storing extends DigestOutputStream {

        private final Pieces pieces;
        private final String mediaType;

        private Storing(Pieces pieces, MessageDigest digest, String mediaType) {
            super(pieces, digest);
            this.pieces = pieces;
            this.mediaType = mediaType;
        }

        ReleaseFile end(int place) {
            pieces.close();
            ReleaseFile file = new ReleaseFile();
            file.releaseId = pieces.release;
            file.name = pieces.name;
            file.place = place;
            file.mediaType = mediaType;
            file.size = pieces.size;
            file.sha256 = HexFormat.of().formatHex(digest.digest());
            files.persist(file);
            return file;
        }
    }

    private final class Pieces extends OutputStream {

        private final long release;
        private final String name;
        private final byte[] buffer = new byte[PIECE];
        private int filled;
        private int number;
        private long size;

        Pieces(long release, String name) {
            this.release = release;
            this.name = name;
        }

        @Override
        public void write(int one) {
            write(new byte[] { (byte) one }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int done = 0; done < length;) {
                int some = Math.min(length - done, PIECE - filled);
                System.arraycopy(bytes, from + done, buffer, filled, some);
                filled += some;
                done += some;
                if (filled == PIECE) {
                    store();
                }
            }
            size += length;
        }

        private void store() {
            ReleasePiece piece = new ReleasePiece();
            piece.releaseId = release;
            piece.name = name;
            piece.number = number++;
            piece.bytes = Arrays.copyOf(buffer, filled);
            filled = 0;
            pieces.persist(piece);
            // Else every piece and battle of the release would stay in memory until the end of the transaction.
            database.flush();
            database.clear();
        }

        @Override
        public void close() {
            if (filled > 0 || number == 0) {
                store();
            }
        }
    }
}
