package dev.treaty.pacts.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a list, and what is not. */
class HalDocumentTest {

    private static HalDocument document(String json) throws JsonProcessingException {
        return new HalDocument(new ObjectMapper().readTree(json));
    }

    @Test
    void an_empty_list_is_an_answer() throws Exception {
        assertThat(document("{\"_embedded\": {\"pacts\": []}}").requiredEmbedded("pacts"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"_embedded\": {}}", "{\"_embedded\": {\"pacts\": \"none\"}}"})
    void what_is_not_a_list_is_not_an_empty_one(String json) {
        assertThatThrownBy(() -> document(json).requiredEmbedded("pacts"))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessage("""
                        The answer is not that of a Pact Broker.
                          where: there is no list "pacts" in its _embedded
                          fix:   check the address, and whether a proxy answers in place of the broker""");
    }
}
