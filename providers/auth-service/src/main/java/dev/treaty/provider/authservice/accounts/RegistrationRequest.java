package dev.treaty.provider.authservice.accounts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request to register, as received: anything may be missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistrationRequest(
        @Nullable String email,
        @Nullable Password password,
        @Nullable String name) {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 8;

    /** Characters that no name contains and no database stores: control characters and halves of surrogate pairs. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** A registration whose fields are all acceptable. */
    public record Checked(EmailAddress email, Password password, String name) {}

    /**
     * Checks every field.
     *
     * @throws dev.treaty.provider.service.problems.Problem {@code invalid-fields} with everything that is wrong
     */
    public Checked checked() {
        var errors = new ArrayList<FieldError>();
        var address = email == null ? null : EmailAddress.parse(email).orElse(null);
        if (address == null) {
            errors.add(new FieldError("email", email == null ? "is missing" : "is not an e-mail address"));
        }
        if (password == null || password.length() < SHORTEST_PASSWORD || password.isTooLong()) {
            errors.add(new FieldError(
                    "password", "must have %d to %d characters".formatted(SHORTEST_PASSWORD, Password.LONGEST)));
        }
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || UNREADABLE.matcher(name).find()) {
            errors.add(new FieldError(
                    "name", "must have 1 to %d characters, none of them a control character".formatted(LONGEST_NAME)));
        }
        if (address == null || password == null || name == null || !errors.isEmpty()) {
            throw PlatformProblems.invalidFields(errors);
        }
        return new Checked(address, password, name.strip());
    }
}
