package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person sends to register, as it came: anything may be missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Registration(
        @Nullable String email,
        @Nullable Password password,
        @Nullable String name) {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 128;

    /** What no name has, and no database takes: control characters and halves of surrogate pairs. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** A registration whose every field is acceptable. */
    record Checked(EmailAddress email, Password password, String name) {}

    /**
     * The same with every field checked.
     *
     * @throws dev.treaty.provider.service.Problem {@code invalid-fields} with all that is wrong, not only the first
     */
    Checked checked() {
        var errors = new ArrayList<InvalidFields.FieldError>();
        var address = email == null ? null : EmailAddress.parse(email).orElse(null);
        if (address == null) {
            errors.add(
                    new InvalidFields.FieldError("email", email == null ? "is missing" : "is not an e-mail address"));
        }
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            errors.add(new InvalidFields.FieldError(
                    "password", "must have %d to %d characters".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD)));
        }
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || UNREADABLE.matcher(name).find()) {
            errors.add(new InvalidFields.FieldError(
                    "name", "must have 1 to %d characters, none of them a control character".formatted(LONGEST_NAME)));
        }
        if (address == null || password == null || name == null || !errors.isEmpty()) {
            throw InvalidFields.problem(List.copyOf(errors));
        }
        return new Checked(address, password, name.strip());
    }
}
