package org.dohyo.dataset;

import java.io.IOException;

/** Someone ended the import; nothing of it is stored. */
class ImportCancelled extends IOException {

    ImportCancelled() {
        super("the import was cancelled");
    }
}
