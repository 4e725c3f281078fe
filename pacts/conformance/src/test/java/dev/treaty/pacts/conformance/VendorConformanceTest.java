package dev.treaty.pacts.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.conformance.check.CheckedInteraction;
import dev.treaty.pacts.conformance.check.ContractCheck;
import dev.treaty.pacts.conformance.check.KnownDifferences;
import dev.treaty.pacts.conformance.document.VendorDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed contracts conform to what the vendors publish about their APIs. */
class VendorConformanceTest {

    private static final List<PactFile> CONTRACTS = PactFile.load(List.of(Path.of("..")));
    private static final KnownDifferences KNOWN = KnownDifferences.read(Path.of("known-differences.yaml"));
    private static final SortedMap<String, List<VendorDocument>> DOCUMENTS =
            VendorDocument.all().stream().collect(groupingBy(VendorDocument::provider, TreeMap::new, toList()));

    private static final List<CheckedInteraction> CHECKED = DOCUMENTS.keySet().stream()
            .flatMap(vendor -> check(vendor).stream())
            .toList();

    private static List<CheckedInteraction> check(String vendor) {
        var documents = DOCUMENTS.getOrDefault(vendor, List.of());
        var check =
                new ContractCheck(documents.stream().map(VendorDocument::api).toList());
        return CONTRACTS.stream()
                .filter(contract -> contract.provider().equals(vendor))
                .flatMap(contract -> check.check(contract).stream())
                .toList();
    }

    @Test
    void every_interaction_conforms_or_is_explained() {
        var complaints = KNOWN.complaints(CHECKED, LocalDate.now(ZoneOffset.UTC));

        assertThat(complaints).extracting(ErrorMessage::toString).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.treaty.pacts.conformance.document.VendorDocument#all")
    void every_document_is_what_its_row_says_and_is_needed(VendorDocument document) {
        assertThat(VendorDocument.sha256(document.bytes())).isEqualTo(document.sha256());
        assertThat(VendorDocument.class.getResource(
                        "/dev/treaty/pacts/conformance/documents/" + document.licenceText()))
                .as("the text of the licence of %s", document.document())
                .isNotNull();
        assertThat(CONTRACTS).extracting(PactFile::provider).contains(document.provider());
    }

    @Test
    void the_readme_has_the_table_of_this_build() throws IOException {
        var readme = Files.readString(Path.of("README.md"), UTF_8);

        DOCUMENTS.forEach((vendor, documents) -> {
            var checked = CHECKED.stream()
                    .filter(each -> each.provider().equals(vendor))
                    .toList();
            assertThat(readme)
                    .contains("| %s | %s | %s | %d | %d | %d |"
                            .formatted(
                                    vendor,
                                    documents.stream()
                                            .map(document -> document.version() + ", " + document.npm())
                                            .collect(joining("; ")),
                                    documents.stream()
                                            .map(VendorDocument::licence)
                                            .distinct()
                                            .collect(joining(", ")),
                                    checked.size(),
                                    checked.stream()
                                            .filter(each -> each.differences().isEmpty())
                                            .count(),
                                    checked.stream().mapToLong(KNOWN::countOf).sum()));
        });
    }
}
