package dev.treaty.pacts;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A contract or a recording that cannot be read or kept; the message says what, where, and how to fix it. */
public final class ContractException extends RuntimeException {

    ContractException(String what, String where, String fix, @Nullable Throwable cause) {
        super(new Finding(what, where, fix).toString(), cause);
    }

    ContractException(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    private ContractException(String message) {
        super(message);
    }

    /** For several findings, in the order given. */
    static ContractException of(List<Finding> findings) {
        return new ContractException(findings.stream().map(Finding::toString).collect(Collectors.joining("\n\n")));
    }
}
