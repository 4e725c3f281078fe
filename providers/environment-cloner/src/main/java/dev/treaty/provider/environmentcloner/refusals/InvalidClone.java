package dev.treaty.provider.environmentcloner.refusals;

import java.util.List;
import java.util.stream.Collectors;

/** A request for a clone is not one that can be fulfilled (422). */
public final class InvalidClone extends Refusal {

    private final List<InvalidMember> errors;

    /**
     * What is wrong with one member.
     *
     * @param pointer to it in the request (RFC 6901), e.g. {@code /systems/1}
     * @param detail e.g. {@code is not one of audit, conversations, reservations}
     */
    public record InvalidMember(String pointer, String detail) {}

    public InvalidClone(List<InvalidMember> errors) {
        super(
                "invalid-clone",
                "The request cannot be fulfilled: %s."
                        .formatted(errors.stream()
                                .map(error -> error.pointer() + " " + error.detail())
                                .collect(Collectors.joining("; "))),
                errors.stream().map(InvalidMember::pointer).collect(Collectors.joining(", ")),
                "correct these members and send the request again");
        this.errors = List.copyOf(errors);
    }

    /** All that is wrong, not only the first. */
    public List<InvalidMember> errors() {
        return errors;
    }
}
