package dev.treaty.provider.environmentcloner.environments;

/** A role of a database and its password, which is empty if the server asks for none. */
public record Credentials(String role, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[" + role + "]";
    }
}
