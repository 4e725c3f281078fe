package dev.treaty.provider.authservice.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.authservice.AuthSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Password PASSWORD = new Password("correct horse battery staple");

    /** The only test that pays for hashes at production cost. */
    @Test
    void hashes_cost_what_owasp_recommends_unless_set_otherwise() {
        var passwords = new PasswordHasher(AuthSettings.defaults().hashingCost(), new SimpleMeterRegistry());

        var hash = passwords.hash(PASSWORD);

        assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(PASSWORD, Optional.of(hash))).isTrue();
        assertThat(passwords.matches(new Password("wrong password"), Optional.of(hash)))
                .isFalse();
    }

    @Test
    void a_hash_is_compared_at_the_cost_it_was_made_with() {
        var before = new PasswordHasher(new HashingCost(8, 1), new SimpleMeterRegistry());
        var after = new PasswordHasher(new HashingCost(16, 2), new SimpleMeterRegistry());

        assertThat(after.matches(PASSWORD, Optional.of(before.hash(PASSWORD)))).isTrue();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        var passwords = new PasswordHasher(new HashingCost(8, 1), new SimpleMeterRegistry());

        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
    }
}
