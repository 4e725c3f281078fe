package dev.treaty.provider.workspaceservice.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.problems.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

    private static final Workspace THIRD_VERSION =
            new Workspace("ws_42", "Harvest", "usr_42", Role.OWNER, 3, Instant.EPOCH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                " \"3\" ",
                "*",
                "\"2\", \"3\"",
                "\"2\",\"3\",",
                ", ,\"3\"",
                "W/\"3\", \"3\"",
                "\"a,b\",\"3\""
            })
    void it_holds_if_the_version_is_named(String ifMatch) {
        assertThatCode(() -> Precondition.of(ifMatch).check(THIRD_VERSION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"\"", "W/\"3\"", "\"2\", \"4\"", "\"\u00fc\""})
    void it_does_not_hold_for_other_versions_and_weak_entity_tags(String ifMatch) {
        assertThatThrownBy(() -> Precondition.of(ifMatch).check(THIRD_VERSION))
                .isInstanceOf(Problem.class)
                .hasMessage("stale-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "3", "\"3", "3\"", "\"3\" \"4\"", "*, \"3\"", "w/\"3\"", "W/ \"3\"", "\"3\", *"})
    void anything_else_is_not_valid(String ifMatch) {
        assertThatThrownBy(() -> Precondition.of(ifMatch))
                .isInstanceOf(Problem.class)
                .hasMessage("invalid-header");
    }

    @Test
    void a_long_list_is_read() {
        assertThat(Precondition.of("\"1\",".repeat(100_000) + "\"2\"").entityTags())
                .containsExactlyInAnyOrder("\"1\"", "\"2\"");
    }
}
