package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dohyo.support.FileFault;
import org.dohyo.support.JsonFault;
import org.dohyo.support.NotUtf8Exception;

import com.fasterxml.jackson.core.JsonProcessingException;

/** The files of other tools that can be read. */
public enum ImportFormat {

    LM_EVAL("lm-eval", LmEvalImport::read),
    HELM("helm", HelmImport::read),
    MT_BENCH("mt-bench", MtBenchImport::read),
    ARENA_HARD("arena-hard", ArenaHardImport::read),
    ALPACA_EVAL("alpaca-eval", AlpacaEvalImport::read),
    CSV("csv", CsvImport::read);

    private final String label;
    private final Reader reader;

    ImportFormat(String label, Reader reader) {
        this.label = label;
        this.reader = reader;
    }

    private interface Reader {
        void read(InputStream body, ImportSheet sheet) throws IOException;
    }

    /** As callers name it. */
    String label() {
        return label;
    }

    public static Optional<ImportFormat> ofLabel(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
    }

    public static String labels() {
        return Arrays.stream(values()).map(ImportFormat::label).collect(Collectors.joining(", "));
    }

    /**
     * @param skipInvalid true to leave wrong records out; false to refuse a file that has any
     * @throws InvalidResultsException that names up to 100 places in the file
     */
    public ReadFile read(InputStream body, boolean skipInvalid) throws IOException {
        ImportSheet sheet = new ImportSheet(skipInvalid);
        try {
            reader.read(body, sheet);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            FileFault fault = JsonFault.of(e);
            sheet.broken(line > 0 ? "line " + line : "", (words, file) -> fault.in(file));
        } catch (NotUtf8Exception e) {
            sheet.broken("", (words, file) -> words.theFile(e.fault().in(file)));
        }
        return sheet.file();
    }
}
