package dev.treaty.consumer.environmentconsole.connection;

/**
 * What is wrong with one member of a request's body.
 *
 * @param pointer where it is (RFC 6901), e.g. {@code "/systems/1"}
 * @param detail for people, e.g. {@code "is not a system"}
 */
public record InvalidMember(String pointer, String detail) {

    static InvalidMember of(JsonDocument error) {
        return new InvalidMember(error.text("pointer"), error.text("detail"));
    }

    @Override
    public String toString() {
        return pointer + " " + detail;
    }
}
