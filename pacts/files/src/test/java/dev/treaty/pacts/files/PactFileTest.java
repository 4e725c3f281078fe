package dev.treaty.pacts.files;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PactFileTest {

    @TempDir
    Path folder;

    @Test
    void a_file_keeps_the_order_of_its_interactions() {
        var file = write(folder, "web-api.json", pact("web", "api", get("/b", "1"), get("/a", "2"), get("/c", "3")));

        var loaded = PactFile.load(List.of(file));

        assertThat(loaded).hasSize(1);
        assertThat(loaded.get(0).path()).isEqualTo(file);
        assertThat(loaded.get(0).consumer()).isEqualTo("web");
        assertThat(loaded.get(0).provider()).isEqualTo("api");
        assertThat(loaded.get(0).interactions())
                .extracting(V4Interaction::getDescription)
                .containsExactly("a GET of /b", "a GET of /a", "a GET of /c");
    }

    @Test
    void a_folder_is_read_as_its_json_files_in_alphabetical_order() throws IOException {
        write(folder, "b.json", pact("b", "api"));
        write(folder, "a.json", pact("a", "api"));
        write(folder, "README.md", "not a pact");
        Files.createDirectory(folder.resolve("c.json"));

        assertThat(PactFile.load(List.of(folder)))
                .extracting(PactFile::consumer)
                .containsExactly("a", "b");
    }

    @Test
    void files_and_folders_keep_the_order_in_which_they_are_named() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        write(inner, "z.json", pact("z", "api"));
        var single = write(folder, "a.json", pact("a", "api"));

        assertThat(PactFile.load(List.of(inner, single)))
                .extracting(PactFile::consumer)
                .containsExactly("z", "a");
    }

    @Test
    void a_message_pact_of_V3_is_read() {
        var file = write(folder, "x.json", """
                {"consumer": {"name": "c"}, "provider": {"name": "p"},
                 "messages": [{"description": "a thing happened", "contents": {"id": 1}, "metaData": {"contentType": "application/json"}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");

        assertThat(PactFile.load(List.of(file)).get(0).interactions())
                .singleElement()
                .isInstanceOf(V4Interaction.AsynchronousMessage.class);
    }

    @Test
    void a_contract_that_is_not_a_file_is_read_from_its_text() {
        var loaded = PactFile.parse(Path.of("web-api.json"), pact("web", "api", get("/a", "1")));

        assertThat(loaded).hasToString("PactFile[web-api.json, web -> api]");
        assertThatThrownBy(() -> PactFile.parse(Path.of("web-api.json"), "{"))
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessageContaining("where: web-api.json, line 1, column ");
    }

    @Test
    void a_missing_file_is_reported() {
        assertThatThrownBy(() -> PactFile.load(List.of(Path.of("no/such/file.json"))))
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessage("""
                        There is no pact file or folder with this name.
                          where: no/such/file.json
                          fix:   name a .json file that exists, or a folder that contains some""");
    }

    @Test
    void a_folder_without_pacts_is_reported() {
        assertThatThrownBy(() -> PactFile.load(List.of(folder)))
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessage("""
                        The folder contains no pact files.
                          where: %s
                          fix:   name a folder that contains .json files, or record the contracts first""", folder);
    }

    @Test
    void broken_JSON_is_reported_with_its_position() {
        var file = write(folder, "broken.json", """
                {
                  "consumer": {"name": "c"},
                  "provider" {"name": "p"}
                }""");

        assertThatThrownBy(() -> PactFile.load(List.of(file)))
                .isInstanceOf(UnreadablePactFile.class)
                .hasMessage("""
                        The pact file is broken: Unexpected character ('{' (code 123)): was expecting a colon to separate field name and value.
                          where: %s, line 3, column 14
                          fix:   correct the file there, or record the contract again""", file);
    }

    @Test
    void a_file_that_ends_too_early_is_reported_with_its_position() {
        assertThat(brokenAt("{\"consumer\": {\"name\": \"c\"},\n \"interactions\": ["))
                .startsWith(
                        "The pact file is broken: Unexpected end-of-input: expected close marker for Array (start marker at line 2, column 18).")
                .contains(", line 2, column ");
    }

    @Test
    void an_empty_file_is_broken() {
        assertThat(brokenAt("")).startsWith("The pact file is broken: it is not a JSON object.");
    }

    @Test
    void a_file_that_is_not_an_object_is_broken() {
        assertThat(brokenAt("[]")).startsWith("The pact file is broken: it is not a JSON object.");
    }

    @Test
    void a_file_with_something_after_the_pact_is_broken() {
        assertThat(brokenAt(pact("c", "p") + "\n}")).contains("Unexpected close marker '}'");
    }

    @Test
    void a_pact_without_provider_is_broken() {
        assertThat(brokenAt("{\"consumer\": {\"name\": \"c\"}, \"interactions\": []}"))
                .startsWith("The pact file is broken: it does not name its provider.");
    }

    @Test
    void a_pact_without_interactions_is_broken() {
        assertThat(brokenAt("{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}}"))
                .startsWith("The pact file is broken: it has neither interactions nor messages.");
    }

    @Test
    void an_interaction_of_an_unknown_type_is_reported_with_its_position() {
        assertThat(brokenAt(pact("c", "p", get("/a", "1"), "  {\"type\": \"Telepathy\", \"description\": \"x\"}")))
                .startsWith("The pact file is broken: \"Telepathy\" is not a type of interaction.")
                .contains(", line 7, column 3");
    }

    @Test
    void an_interaction_of_V4_without_a_type_is_reported_with_its_position() {
        assertThat(brokenAt(pact("c", "p", "{\"description\": \"x\"}")))
                .startsWith("The pact file is broken: this interaction has no type, which V4 requires.")
                .contains(", line 4, column 1");
    }

    @Test
    void a_message_without_a_description_is_reported_with_its_position() {
        assertThat(brokenAt(pact("c", "p", "{\"type\": \"Asynchronous/Messages\"}")))
                .startsWith("The pact file is broken: this interaction has no description.")
                .contains(", line 4, column 1");
    }

    @Test
    void what_only_pact_jvm_finds_is_reported_with_the_position_of_the_interaction() {
        assertThat(brokenAt(pact("c", "p", get("/a", "1"), """
                        {"type": "Synchronous/HTTP", "description": "x", "request": {"method": "GET", "path": "/"},
                         "response": {"status": 200, "body": {"content": "not base64!", "encoded": "base64"}}}""")))
                .startsWith("The pact file is broken: pact-jvm refuses it (")
                .contains(", line 7, column 1");
    }

    @Test
    void what_pact_jvm_says_in_one_word_or_not_at_all_is_reported_with_its_kind() {
        assertThat(brokenAt(pact("c", "p", """
                        {"type": "Synchronous/HTTP", "description": "x", "request": {"method": "GET", "path": "/"},
                         "response": {"status": 200, "body": {"content": "a", "contentType": "text/plain; charset=nope", "encoded": false}}}""")))
                .startsWith("The pact file is broken: pact-jvm refuses it (unsupported charset: nope).");
        assertThat(brokenAt(pact("c", "p", """
                        {"type": "Synchronous/HTTP", "description": "x", "response": {"status": 200},
                         "request": {"method": "GET", "path": "/", "matchingRules": {"path": {"matchers": [{"match": "regex"}, {"match": null}, {}, null, "x"]}}}}""")))
                .startsWith("The pact file is broken: pact-jvm refuses it (")
                .doesNotContain("(null)");
    }

    @Test
    void what_only_pact_jvm_finds_in_an_older_pact_is_reported_with_the_position_of_the_interaction() {
        assertThat(brokenAt("""
                        {"consumer": {"name": "c"}, "provider": {"name": "p"},
                         "interactions": [
                          {"description": "x", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}},
                          {"description": "y", "request": {"method": "GET", "path": "/", "matchingRules": {"$..x": {"match": "type"}}},
                           "response": {"status": 200}}],
                         "metadata": {"pactSpecification": {"version": "2.0.0"}}}"""))
                .startsWith("The pact file is broken: pact-jvm refuses it (")
                .contains(", line 4, column 3");
    }

    @Test
    void broken_files_are_reported_beside_those_that_can_be_read() {
        var good = write(folder, "good.json", pact("c", "p", get("/a", "1")));
        write(folder, "bad.json", "{");
        var missing = folder.resolve("missing.json");

        var files = PactFiles.load(List.of(missing, folder));

        assertThat(files.readable()).extracting(PactFile::path).containsExactly(good);
        assertThat(files.unreadable())
                .extracting(UnreadablePactFile::path)
                .containsExactly(missing, folder.resolve("bad.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0", "4.0"})
    void every_version_of_the_specification_is_read_as_pact_jvm_reads_it(String version) {
        var text = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "%s"}, "author": {"name": "é"}}}""".formatted(
                IntStream.range(0, 500).mapToObj(PactFileTest::odd).collect(Collectors.joining(",\n")), version);

        var pact = PactFile.parse(Path.of("x.json"), text).pact();

        var byPactJvm = DefaultPactReader.INSTANCE
                .loadPact(new StringReader(text))
                .asV4Pact()
                .unwrap();
        assertThat(pact.getInteractions()).hasSize(500);
        assertThat(pact.toMap(PactSpecVersion.V4)).isEqualTo(byPactJvm.toMap(PactSpecVersion.V4));
    }

    private static String odd(int i) {
        return """
                {"type": "Synchronous/HTTP", "description": "%d \\u00e9\\ud83d\\ude00\\n", "key": "k%d", "pending": true,
                 "providerStates": [{"name": "s", "params": {"n": -0, "d": 1.50e-3, "b": true, "x": null, "l": [1, [2.0]]}}],
                 "request": {"method": "POST", "path": "/x", "query": {"a": ["1"]}, "body": {"content": {"b": 1e5, "a": 12345678901234567890, "a": 7}, "contentType": "application/json", "encoded": false},
                             "matchingRules": {"body": {"$.a": {"combine": "AND", "matchers": [{"match": "integer"}]}}}},
                 "response": {"status": 200, "headers": {"X": ["1", "2"]}, "body": {"content": "AAEC", "contentType": "image/png", "encoded": "base64"}},
                 "comments": {"text": ["x"]}}""".formatted(i, i);
    }

    private String brokenAt(String text) {
        var file = write(folder, "broken.json", text);
        try {
            PactFile.load(List.of(file));
        } catch (UnreadablePactFile e) {
            assertThat(e.path()).isEqualTo(file);
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("It was readable");
    }
}
