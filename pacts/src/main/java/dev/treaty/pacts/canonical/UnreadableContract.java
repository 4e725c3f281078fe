package dev.treaty.pacts.canonical;

import dev.treaty.pacts.lint.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A contract or a recording that cannot be read or kept; the message says what, where, and how to fix it. */
public final class UnreadableContract extends RuntimeException {

    public UnreadableContract(String what, String where, String fix, @Nullable Throwable cause) {
        super(new Finding(what, where, fix).toString(), cause);
    }

    public UnreadableContract(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    private UnreadableContract(String message) {
        super(message);
    }

    /** For several findings, in the order given. */
    public static UnreadableContract of(List<Finding> findings) {
        return new UnreadableContract(findings.stream().map(Finding::toString).collect(Collectors.joining("\n\n")));
    }
}
