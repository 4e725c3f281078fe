package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;

/**
 * A registered user.
 *
 * @param id opaque, e.g. {@code "usr_42"}
 * @param email e.g. {@code "ada@example.com"}
 * @param name what other people see, e.g. {@code "Ada Lovelace"}
 */
public record User(String id, String email, String name) {

    static User of(JsonDocument user) {
        return new User(user.text("id"), user.text("email"), user.text("name"));
    }
}
