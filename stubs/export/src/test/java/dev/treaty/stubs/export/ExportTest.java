package dev.treaty.stubs.export;

import static dev.treaty.stubs.export.ContractText.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final String GET = "{\"method\": \"GET\", \"path\": \"/a\"}";
    private static final String OK = "{\"status\": 204}";
    private static final String MESSAGE = """
            {"type": "Asynchronous/Messages", "description": "a thing.created event", "contents": {"content": {"a": 1}, "contentType": "application/json", "encoded": false}}""";

    @TempDir
    Path folder;

    @Test
    void a_mapping_names_its_contract_and_has_a_priority() throws IOException {
        export(contract());

        assertThat(Files.readString(folder.resolve("provider/mappings/consumer-a-look-1aa83430.json")))
                .isEqualTo("""
                        {
                          "id": "7a36b412-ed7c-3ed0-8187-693d7d9e74e9",
                          "name": "a look",
                          "priority": 2000000000,
                          "request": {
                            "method": "GET",
                            "url": "/a"
                          },
                          "response": {
                            "status": 204
                          },
                          "metadata": {
                            "contract": "consumer-provider.json",
                            "consumer": "consumer",
                            "provider": "provider",
                            "description": "a look",
                            "states": [ {
                              "name": "a thing exists",
                              "params": {
                                "id": 1
                              }
                            } ]
                          }
                        }
                        """);
    }

    @Test
    void the_same_contracts_give_the_same_bytes() throws IOException {
        var contracts = PactFile.onClassPath();

        Export.of(contracts, List.of()).write(folder.resolve("once"));
        Export.of(contracts, List.of()).write(folder.resolve("again"));

        assertThat(files(folder.resolve("once"))).hasSizeGreaterThan(100).isEqualTo(files(folder.resolve("again")));
    }

    @Test
    void a_further_export_replaces_the_earlier_one() throws IOException {
        export(contract());
        export(ContractText.file(interaction("another look", "[]", GET, OK)));

        assertThat(files(folder).keySet())
                .hasSize(3)
                .contains("EXPORT.md", "EXPORT.json")
                .anyMatch(file -> file.startsWith("provider/mappings/consumer-another-look-"));
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "all my work");

        assertThatThrownBy(() -> export(contract()))
                .isInstanceOf(ExportException.class)
                .hasMessage("""
                The folder contains a file that no export has written; it is not overwritten.
                  where: %s
                  fix:   name a folder that is empty or does not exist yet with --to, or move the file away""".formatted(folder.resolve("thesis.txt")));
        assertThat(files(folder)).containsOnlyKeys("thesis.txt");
    }

    @Test
    void a_file_that_was_added_to_an_export_is_left_alone() throws IOException {
        export(contract());
        var own = folder.resolve("provider/mappings/own.json");
        Files.writeString(own, "{}");
        export(ContractText.file(interaction("another look", "[]", GET, OK)));
        assertThat(own).hasContent("{}");

        var wanted = folder.resolve("provider/mappings/consumer-a-look-1aa83430.json");
        Files.writeString(wanted, "mine");

        assertThatThrownBy(() -> export(contract()))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(wanted.toString());
        assertThat(wanted).hasContent("mine");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Export.of(List.of(contract()), List.of()).write(file))
                .isInstanceOf(ExportException.class)
                .hasMessage("""
                        The export needs a folder, and this is a file.
                          where: %s
                          fix:   name a folder that is empty or does not exist yet with --to""".formatted(file));
    }

    @Test
    void an_unknown_provider_is_reported_with_the_known_ones() {
        assertThatThrownBy(() -> Export.of(List.of(contract()), List.of("prowider")))
                .hasMessage("""
                No contract has the provider "prowider".
                  where: the contracts are with provider
                  fix:   name one of these, or add its contract with --pacts""");
    }

    @Test
    void only_the_named_providers_are_exported() {
        var report = Export.of(PactFile.onClassPath(), List.of("stripe")).report();

        assertThat(report.folders()).containsExactly(Map.entry("stripe", "stripe"));
    }

    @Test
    void a_message_is_reported_and_not_exported() throws IOException {
        var contract = ContractText.file(interaction("a look", "[]", GET, OK), MESSAGE);

        export(contract);

        assertThat(Export.of(List.of(contract), List.of()).report().messages()).isOne();
        assertThat(Files.readString(folder.resolve("EXPORT.md")))
                .contains("- a thing.created event (consumer-provider.json)");
        assertThat(files(folder)).hasSize(3);
    }

    @Test
    void interactions_with_the_same_description_have_separate_files() throws IOException {
        var v3 = PactFile.parse(Path.of("v3.json"), """
                {"consumer": {"name": "consumer"}, "provider": {"name": "../provider"},
                 "interactions": [{"description": "a look", "request": {"path": "/a"}, "response": {}},
                                  {"description": "a look", "request": {"path": "/b"}, "response": {}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");

        export(v3);

        assertThat(files(folder).keySet())
                .filteredOn(file -> file.contains("a-look"))
                .hasSize(2)
                .allMatch(file -> file.startsWith("provider-"));
    }

    @Test
    void the_report_says_what_became_of_each_rule() throws IOException {
        var contract = ContractText.ofJson(
                "{\"a\": \"1|2\"}", ContractText.rule("$.a", "'match': 'regex', 'regex': '\\\\d|x'"));

        export(contract);

        assertThat(Files.readString(folder.resolve("EXPORT.md")))
                .startsWith("# Contracts for stock WireMock\n")
                .contains("1 interaction, 5 rules exact, 1 with a difference.")
                .contains("| JSON\\_NOT\\_TEXT | accepts less | ")
                .contains("| body $.a | regex \\\\d\\|x | matchesJsonSchema | accepts less: JSON\\_NOT\\_TEXT |")
                .contains("- accepts more: JSON with comments");
        var rules = new ObjectMapper()
                .readTree(folder.resolve("EXPORT.json").toFile())
                .at("/interactions/0/rules");
        assertThat(rules.get(rules.size() - 1)).isEqualTo(new ObjectMapper().readTree("""
                {"place": "body $.a", "rule": "regex \\\\d|x", "wireMock": "matchesJsonSchema", "deviations": ["JSON_NOT_TEXT"]}"""));
    }

    private void export(PactFile contract) {
        Export.of(List.of(contract), List.of()).write(folder);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    /** A new one for each test: pact-jvm changes what it compares. */
    private static PactFile contract() {
        return ContractText.file(
                interaction("a look", "[{\"name\": \"a thing exists\", \"params\": {\"id\": 1}}]", GET, OK));
    }
}
