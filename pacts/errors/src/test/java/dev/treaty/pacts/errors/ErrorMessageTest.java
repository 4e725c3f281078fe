package dev.treaty.pacts.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorMessageTest {

    @Test
    void a_message_has_three_lines() {
        assertThat(new ErrorMessage("The port is in use.", "127.0.0.1:8080", "choose another with --port"))
                .hasToString("""
                        The port is in use.
                          where: 127.0.0.1:8080
                          fix:   choose another with --port""");
    }

    @Test
    void an_exception_has_the_same_message_and_its_cause() {
        var cause = new IllegalStateException("bind");

        var exception = new PortInUse(cause);

        assertThat(exception).hasCause(cause).hasMessage("""
                        The port is in use.
                          where: 127.0.0.1:8080
                          fix:   choose another with --port""");
    }

    private static final class PortInUse extends TreatyException {

        PortInUse(Throwable cause) {
            super("The port is in use.", "127.0.0.1:8080", "choose another with --port", cause);
        }
    }
}
