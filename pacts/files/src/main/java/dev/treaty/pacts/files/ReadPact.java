package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.errors.ErrorMessage;
import java.nio.file.Path;
import java.util.List;

/**
 * What was read from a file.
 *
 * @param leftOut the interactions that are not in the pact, because they need a plugin
 */
record ReadPact(Path path, V4Pact pact, List<ErrorMessage> leftOut) {

    /**
     * Itself, if nothing is left out.
     *
     * @throws UnreadablePactFile if something is
     */
    ReadPact whole() {
        if (!leftOut.isEmpty()) {
            throw UnreadablePactFile.leftOut(path, leftOut.get(0));
        }
        return this;
    }
}
