package dev.treaty.stubs.http.wiremock.admin;

import com.github.tomakehurst.wiremock.common.ClientError;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import java.util.UUID;

/** A mapping that was added cannot be compared with a request, or cannot answer it. */
public final class MappingFailure extends TreatyException {

    /**
     * A failure of WireMock's with a mapping.
     *
     * @param path of the request
     */
    public MappingFailure(UUID mapping, String path, Throwable cause) {
        super(
                new ErrorMessage(
                        "The mapping %s cannot be used: %s.".formatted(mapping, reason(cause)),
                        path + ", which it is for",
                        "correct or delete it: PUT or DELETE /__admin/mappings/" + mapping),
                cause);
    }

    /** What Java says about a null is about WireMock's code. */
    private static String reason(Throwable cause) {
        var message = cause instanceof ClientError refusal
                ? refusal.getErrors().first().getTitle()
                : cause.getMessage();
        return message == null || cause instanceof NullPointerException
                ? "a value in it is missing"
                : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
