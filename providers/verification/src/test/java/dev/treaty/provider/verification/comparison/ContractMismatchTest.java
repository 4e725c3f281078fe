package dev.treaty.provider.verification.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractMismatchTest {

    @Test
    void a_secret_that_differs_is_hidden() {
        var mismatch = new ContractMismatch(
                "body $.session.accessToken",
                "abc-1",
                "abc-2",
                "Expected 'abc-2' (String) to be equal to 'abc-1' (String)");

        assertThat(mismatch).hasToString("""
                differs: body $.session.accessToken
                    expected: <hidden>
                    actual:   <hidden>
                    because:  Expected <hidden> (String) to be equal to <hidden> (String)""");
    }

    @Test
    void a_token_type_is_not_a_secret() {
        assertThat(new ContractMismatch("body $.token_type", "Bearer", "Basic", "no"))
                .hasToString("""
                differs: body $.token_type
                    expected: Bearer
                    actual:   Basic
                    because:  no""");
    }

    @Test
    void a_long_value_is_shortened() {
        var mismatch = new ContractMismatch("body $", "a".repeat(1_000), "b", "too long");

        assertThat(mismatch.expected()).isEqualTo("a".repeat(300) + "… (1000 characters)");
    }
}
