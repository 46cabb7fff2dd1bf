package org.dohyo.verify;

/** Where an arena's files are read from: its address, or a folder with copies of them. */
public interface Source {

    /**
     * Reads a file.
     *
     * @param path below the arena's address, such as {@code log/checkpoint}
     * @param most the most bytes that it may have
     * @throws MissingException if the arena doesn't have it, or if it is too long
     * @throws UnreachableException if nothing can be said about the arena
     */
    byte[] read(String path, int most);

    /** How a report and the memory of what was seen name it. */
    String address();

    /** True if reading a file again may give a newer one. */
    boolean live();

    /** A file that an arena must have isn't there. */
    final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public MissingException(String message) {
            super(message);
        }
    }

    /** The verification couldn't be run. */
    final class UnreachableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UnreachableException(String message) {
            super(message);
        }
    }
}
