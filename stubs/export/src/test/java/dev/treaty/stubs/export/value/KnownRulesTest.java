package dev.treaty.stubs.export.value;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.stubs.export.draft.Deviation;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownRulesTest {

    private static final String PACKAGE = MatchingRule.class.getPackageName();

    @Test
    void every_kind_of_rule_that_pact_jvm_has_is_known() throws Exception {
        var kinds = kindsOfPactJvm();

        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(kinds)
                .as(
                        "of a new version of pact-jvm: decide in TextTranslation, JsonSchema and JsonListSchema what they become")
                .allMatch(KnownRules.KINDS::contains);
    }

    @Test
    void a_rule_of_an_unknown_kind_is_never_exact() {
        for (var place : TextTranslation.Place.values()) {
            var text = TextTranslation.of(new UnheardOf(), "a", place);

            assertThat(text.deviations()).containsExactly(Deviation.UNKNOWN_RULE);
        }
        assertThat(KnownRules.containAll(List.of(new UnheardOf()))).isFalse();
    }

    private static List<? extends Class<?>> kindsOfPactJvm() throws Exception {
        var jar = Path.of(MatchingRule.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> classes = Files.walk(files.getPath(PACKAGE.replace('.', '/')))) {
            return classes.map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.replaceFirst("^/", "").replace(".class", "").replace('/', '.'))
                    .map(KnownRulesTest::load)
                    .filter(MatchingRule.class::isAssignableFrom)
                    .filter(kind -> !Modifier.isAbstract(kind.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, MatchingRule.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A rule that nobody has thought of yet. */
    private static final class UnheardOf implements MatchingRule {

        @Override
        public Map<String, Object> toMap(@Nullable PactSpecVersion version) {
            return Map.of("match", getName());
        }

        @Override
        public List<String> validateForVersion(@Nullable PactSpecVersion version) {
            return List.of();
        }

        @Override
        public String generateDescription(boolean forCollection) {
            return getName();
        }

        @Override
        public String getName() {
            return "unheard-of";
        }

        @Override
        public Map<String, JsonValue> getAttributes() {
            return Map.of();
        }
    }
}
