package dev.treaty.provider.apigateway;

/** Whether a token is genuine cannot be told, because auth-service's keys are not known. */
final class KeysUnavailable extends Exception {

    KeysUnavailable() {
        super("the keys of auth-service are not known", null, false, false);
    }
}
