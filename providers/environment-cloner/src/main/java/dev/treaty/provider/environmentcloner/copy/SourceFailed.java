package dev.treaty.provider.environmentcloner.copy;

import java.sql.SQLException;

/** An error of the source's database while rows were copied, with the state that it had there. */
public final class SourceFailed extends SQLException {

    SourceFailed(SQLException error) {
        super(error.getMessage(), error.getSQLState(), error.getErrorCode(), error);
    }
}
