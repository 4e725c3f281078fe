package dev.treaty.provider.service.database;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reason why a database cannot be used, as far as it is safe to show: some messages quote the whole URL with its password. */
public final class DatabaseFailure {

    /**
     * The SQL states whose messages come from the server or name only host and port: connection (08), a transaction that is
     * read-only (25), authorization (28), no such database (3D), too many connections (53), in use (55), shutting down (57), and what a migration
     * may fail on (42). Those about a violated constraint (23) name it, and the row is in their detail, which is not shown.
     */
    private static final Pattern SAFE = Pattern.compile("(08|23|25|28|3D|42|53|55|57)...");

    private static final String HIDDEN = "the reason is not shown, because it could contain a secret";

    private DatabaseFailure() {}

    /** One line, without a full stop at the end. */
    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isSafe(sql.getSQLState())) {
                var reason = firstLine(String.valueOf(sql.getMessage()));
                return mayContainCredentials(reason) ? HIDDEN : reason;
            }
        }
        return HIDDEN;
    }

    /** In a malformed URL, the driver may take the credentials for the host. */
    private static boolean mayContainCredentials(String reason) {
        return reason.contains("@");
    }

    private static boolean isSafe(@Nullable String state) {
        return state != null && SAFE.matcher(state).matches();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }
}
