package dev.treaty.stubs.export;

import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;
import java.util.Collection;

/** Contracts cannot be exported, or not to this folder. */
public final class ExportException extends TreatyException {

    private ExportException(String what, String where, String fix) {
        super(what, where, fix);
    }

    static ExportException unknownProvider(String provider, Collection<String> known) {
        return new ExportException(
                "No contract has the provider \"%s\".".formatted(provider),
                "the contracts are with " + String.join(", ", known),
                "name one of these, or add its contract with --pacts");
    }

    static ExportException notOurs(Path directory, String file) {
        return new ExportException(
                "The folder contains a file that no export has written; it is not overwritten.",
                directory.resolve(file).toString(),
                "name a folder that is empty or does not exist yet with --to, or move the file away");
    }

    static ExportException noFolder(Path directory) {
        return new ExportException(
                "The export needs a folder, and this is a file.",
                directory.toString(),
                "name a folder that is empty or does not exist yet with --to");
    }

    static ExportException unwritable(Path directory, Exception reason) {
        return new ExportException(
                "The export cannot be written (%s).".formatted(reason.getClass().getSimpleName()),
                directory.toString(),
                "name a writable folder with --to, and check that the disk is not full");
    }
}
