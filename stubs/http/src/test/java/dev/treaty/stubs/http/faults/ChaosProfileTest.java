package dev.treaty.stubs.http.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a chaos profile is said in the words of the file, with its position. */
class ChaosProfileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; the file must be an object with members; 1",
                "abc; the file must be an object with members; 1",
                "rules: {a: 1}; rules must be a list; 1",
                "rules: [abc]; rules [0] must be an object with members; 1",
                "rules: [null]; a rule is empty; 2",
                "rules: [[[[]]]]; rules [0] must be an object with members; 1",
                "'rules:|- {rate: abc, status: 503}'; rules [0] rate must be a number; 2",
                "'rules:|- {status: 503}'; a rule needs a rate; 2",
                "'rules:|- {rate: 1, delay: -5s}'; \"-5s\" is not a delay; 2",
                "'rules:|- {rate: 1, status: 503, provider: [shop]}'; rules [0] provider must be text; 2",
                "'rules:|- {rate: 1, statuz: 503, status: 503}'; nobody reads \"statuz\"; 2",
                "'seed: abc|rules: []'; seed must be a whole number; 1",
                "'rules: []|rules: []'; Duplicate field 'rules'; 2",
                "'rules: []|---|rules: []'; it has more than one document; 3",
                "'a: &a [x]|rules: *a'; rules must be a list; 2",
            })
    void a_profile_that_is_odd_is_refused(String profile, String reason, int line) throws IOException {
        var file = Files.writeString(folder.resolve("chaos.yaml"), profile.replace('|', '\n') + "\n");

        assertThatThrownBy(() -> Chaos.load(file))
                .isInstanceOf(InvalidChaosProfile.class)
                .hasMessageStartingWith("The chaos profile cannot be read: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("chaos.yaml, line " + line + ", column ");
    }
}
