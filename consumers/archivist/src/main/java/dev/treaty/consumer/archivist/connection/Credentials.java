package dev.treaty.consumer.archivist.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** The credentials for writing to Cablecast. {@code toString} leaves out the password. */
public sealed interface Credentials {

    /** For clients that only read. */
    static Credentials none() {
        return new None();
    }

    /**
     * User and password for Basic authentication (RFC 7617).
     *
     * @throws IllegalArgumentException if the user has a colon in it, which Basic authentication does not allow
     */
    static Credentials of(String user, String password) {
        return new UserAndPassword(user, password);
    }

    /** The value of the {@code Authorization} header, if one is required. */
    Optional<String> authorization();

    /** Describes the user for people: {@code user "archivist"}. */
    String subject();

    /** No credentials. */
    record None() implements Credentials {

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }

        @Override
        public String subject() {
            return "a caller without credentials";
        }
    }

    /** A user's name and password. */
    record UserAndPassword(String user, String password) implements Credentials {

        /** Refuses a user that Basic authentication does not allow. */
        public UserAndPassword {
            if (user.contains(":")) {
                throw new IllegalArgumentException(
                        "A user's name must not have a colon in Basic authentication (RFC 7617): " + user);
            }
        }

        @Override
        public Optional<String> authorization() {
            return Optional.of("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
        }

        @Override
        public String subject() {
            return "user \"" + user + "\"";
        }

        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }
}
