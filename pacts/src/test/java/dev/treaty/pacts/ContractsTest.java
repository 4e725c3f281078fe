package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.DefaultPactReader;
import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.canonical.UnreadableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    @TempDir
    private Path directory;

    @Test
    void a_directory_is_read_by_name() throws IOException {
        write(
                "web-app-api-gateway.json",
                CanonicalForm.text(ExamplePact.pact("web-app", "api-gateway", ExamplePact.payment())));
        var file = write(
                "billing-stripe.json",
                CanonicalForm.text(ExamplePact.pact(ExamplePact.payment(), ExamplePact.message())));
        write("readme.txt", "not a contract");

        var contracts = Contracts.in(directory);

        assertThat(contracts.all()).extracting(Contract::name).containsExactly("billing-stripe", "web-app-api-gateway");
        assertThat(contracts.ofProvider("api-gateway"))
                .extracting(Contract::consumer)
                .containsExactly("web-app");
        assertThat(contracts.between("billing", "twilio")).isEmpty();
        assertThat(contracts.between("billing", "stripe")).hasValueSatisfying(contract -> {
            assertThat(contract.source()).isEqualTo(file.toUri());
            assertThat(contract.json()).isEqualTo(StrictJson.text(file));
            assertThat(contract).hasToString("Contract[billing-stripe, 2 interactions, " + file.toUri() + "]");
        });
    }

    @Test
    void an_interaction_says_what_a_list_needs() throws IOException {
        var contract = Contracts.at(
                write("any.json", CanonicalForm.text(ExamplePact.pact(ExamplePact.payment(), ExamplePact.message()))));

        var payment = contract.interactions().get(0);
        var message = contract.interactions().get(1);

        assertThat(message.description()).isEqualTo("a payment succeeded");
        assertThat(message.type()).isEqualTo(InteractionType.MESSAGE);
        assertThat(payment.type()).isEqualTo(InteractionType.HTTP);
        assertThat(payment.key()).matches("[0-9a-f]{8}").isNotEqualTo(message.key());
        assertThat(payment.states()).containsExactly(new ProviderState("a customer exists", Map.of("id", "cus_42")));
    }

    @Test
    void the_contracts_on_the_class_path_are_those_in_the_repository() {
        assertThat(Contracts.committed().all())
                .extracting(Contract::json)
                .isEqualTo(Contracts.in(Path.of("")).all().stream()
                        .map(Contract::json)
                        .toList());
    }

    @Test
    void pact_jvm_reads_every_committed_contract() {
        assertThat(Contracts.committed().all())
                .allSatisfy(contract -> assertThat(DefaultPactReader.INSTANCE
                                .loadPact(contract.json())
                                .getInteractions())
                        .hasSameSizeAs(contract.interactions()));
    }

    @Test
    void a_file_that_is_no_contract_is_refused() throws IOException {
        var file = write("a.json", "{\"consumer\": {\"name\": \"billing\"}}");

        assertThatThrownBy(() -> Contracts.at(file))
                .isInstanceOf(UnreadableContract.class)
                .hasMessage("""
                A contract does not name its provider.
                  where: $.provider.name in %s
                  fix:   a contract file is a pact; is this another file?""".formatted(file.toUri()));
    }

    @Test
    void a_type_that_nobody_knows_is_refused() throws IOException {
        var file = write(
                "a.json",
                ExamplePact.pact(ExamplePact.payment().put("type", "Carrier/Pigeon"))
                        .toString());

        assertThatThrownBy(() -> Contracts.at(file))
                .isInstanceOf(UnreadableContract.class)
                .hasMessage("""
                An interaction has a type that version 4 of Pact does not know: "Carrier/Pigeon".
                  where: "a payment is created" in %s
                  fix:   record it again: mvn -pl pacts -am verify""".formatted(file.toUri()));
    }

    @Test
    void a_key_that_is_there_twice_is_refused() throws IOException {
        var file = write("a.json", "{\"consumer\": {},\n \"consumer\": {}}");

        assertThatThrownBy(() -> Contracts.at(file))
                .isInstanceOf(UnreadableContract.class)
                .hasMessageStartingWith("A contract is not JSON: Duplicate field 'consumer'.")
                .hasMessageContaining("line 2, column 12");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Contracts.at(directory.resolve("absent.json")))
                .isInstanceOf(UnreadableContract.class)
                .hasMessageStartingWith("A file cannot be read");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
