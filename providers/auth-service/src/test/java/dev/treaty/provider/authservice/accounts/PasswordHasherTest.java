package dev.treaty.provider.authservice.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.authservice.AuthSettings;
import dev.treaty.provider.service.problems.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** Their characters would take minutes to bring into order (Unicode, UAX #15). */
    @Test
    void a_password_of_very_many_accents_is_nobodys_and_costs_no_more_than_another() {
        var passwords = new PasswordHasher(new HashingCost(8, 1), new SimpleMeterRegistry());
        var accents = new Password("a" + "\u0315\u0300".repeat(1_000_000));

        assertThat(passwords.matches(accents, Optional.of(passwords.hash(PASSWORD))))
                .isFalse();
        assertThat(passwords.matches(new Password("x".repeat(129)), Optional.of(passwords.hash(new Password("")))))
                .isFalse();
    }

    @Test
    void more_passwords_than_can_be_hashed_soon_are_refused() throws Exception {
        var passwords = new PasswordHasher(new HashingCost(4_096, 10), new SimpleMeterRegistry());
        var many = new ArrayList<Thread>();
        var refused = new CountDownLatch(1);
        for (var i = 0; i < 100; i++) {
            var one = new Thread(() -> hash(passwords, refused));
            one.setDaemon(true);
            many.add(one);
        }
        many.forEach(Thread::start);

        assertThat(refused.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void hash(PasswordHasher passwords, CountDownLatch refused) {
        try {
            passwords.hash(PASSWORD);
        } catch (Problem e) {
            refused.countDown();
        }
    }
}
