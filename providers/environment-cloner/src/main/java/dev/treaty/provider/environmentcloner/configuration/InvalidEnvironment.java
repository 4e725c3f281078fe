package dev.treaty.provider.environmentcloner.configuration;

/** An environment's configuration cannot be used. The message is a sentence that quotes no secret. */
final class InvalidEnvironment extends Exception {

    private final String fix;

    InvalidEnvironment(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    String fix() {
        return fix;
    }
}
