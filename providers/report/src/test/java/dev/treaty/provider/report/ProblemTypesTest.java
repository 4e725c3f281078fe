package dev.treaty.provider.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the whole platform, a condition has one problem type (RFC 9457), and a type is made in one place. */
class ProblemTypesTest {

    /** What makes a problem with its slug, in the sources of the services. */
    private static final Pattern SLUG = Pattern.compile(
            "(?:new Problem\\(\\s*[\\w.]+,|tokenRefused\\(|Map\\.entry\\()\\s*\"([a-z]+(?:-[a-z]+)+)\"(?!\\s*\\+)");

    /** Words of one meaning in the slugs of problems; the first one of each list is the platform's. */
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("missing", "required", "absent"),
            List.of("if-match", "precondition", "etag"),
            List.of("invalid", "malformed", "bad", "illegal"),
            List.of("too-large", "too-long", "too-big"),
            List.of("not-found", "unknown"),
            List.of("reused", "already-used", "conflict"),
            List.of("refused", "denied", "forbidden"),
            List.of("stale", "outdated"),
            List.of("timed-out", "timeout"),
            List.of("e-mail", "email"),
            List.of("unavailable", "down"));

    private record Made(String slug, String file) {}

    @Test
    void a_type_is_made_in_one_place() {
        var places = made().collect(groupingBy(Made::slug, TreeMap::new, mapping(Made::file, Collectors.toList())));

        assertThat(places).hasSizeGreaterThan(30);
        assertThat(places)
                .as("types by where they are made; move what several services report to PlatformProblems")
                .allSatisfy((slug, files) -> assertThat(files).hasSize(1));
    }

    @Test
    void no_condition_has_two_types() {
        var slugs = made().map(Made::slug)
                .collect(groupingBy(ProblemTypesTest::meaning, TreeMap::new, toCollection(TreeSet::new)));

        assertThat(slugs)
                .as("types by what they mean; let all services report the same one, from PlatformProblems")
                .allSatisfy((meaning, types) -> assertThat(types).hasSize(1));
    }

    /** The words of a slug, the platform's own instead of others, in alphabetical order. */
    private static String meaning(String slug) {
        var text = "-" + slug + "-";
        for (var words : SYNONYMS) {
            for (var other : words.subList(1, words.size())) {
                text = text.replace("-" + other + "-", "-" + words.get(0) + "-");
            }
        }
        return Stream.of(text.split("-"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining("-"));
    }

    private static Stream<Made> made() {
        return MavenModule.all().stream()
                .filter(module -> module.name().startsWith("providers/"))
                .map(MavenModule::sources)
                .filter(Files::exists)
                .flatMap(ProblemTypesTest::files)
                .flatMap(ProblemTypesTest::madeIn);
    }

    private static Stream<Path> files(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Made> madeIn(Path file) {
        try {
            return SLUG.matcher(Files.readString(file))
                    .results()
                    .map(match -> new Made(match.group(1), String.valueOf(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
