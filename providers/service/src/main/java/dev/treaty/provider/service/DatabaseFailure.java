package dev.treaty.provider.service;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a database cannot be used, as far as it may be told: some messages quote the whole URL, its password too. */
final class DatabaseFailure {

    /**
     * Of the SQL states whose messages come from the server, or name host and port only: connection (08), authorization (28),
     * no such database (3D), too many connections (53), shutting down (57), and what a migration may stumble over (42).
     */
    private static final Pattern TOLD = Pattern.compile("(08|28|3D|42|53|57)...");

    private static final String NOT_TOLD = "it is not told why, because that could show a secret";

    private DatabaseFailure() {}

    /** One line, without a full stop at its end. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTold(sql.getSQLState())) {
                var reason = firstLine(String.valueOf(sql.getMessage()));
                return mayShowCredentials(reason) ? NOT_TOLD : reason;
            }
        }
        return NOT_TOLD;
    }

    /** A URL that is half right has them where the driver looks for the host. */
    private static boolean mayShowCredentials(String reason) {
        return reason.contains("@");
    }

    private static boolean isTold(@Nullable String state) {
        return state != null && TOLD.matcher(state).matches();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }
}
