package dev.treaty.pacts.broker.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A pact file, of whichever tool and specification.
 *
 * @param file where it was read
 * @param base64 its bytes as they are, so that what is published is what was committed
 * @param json the same, parsed
 */
public record ContractToPublish(Path file, String consumer, String provider, String base64, JsonNode json) {

    static ContractToPublish of(Path file, byte[] bytes, JsonNode json) {
        return new ContractToPublish(
                file,
                json.path("consumer").path("name").asText().strip(),
                json.path("provider").path("name").asText().strip(),
                Base64.getEncoder().encodeToString(bytes),
                json);
    }

    /** Whether both names are there, without which no pact can be published. */
    boolean isNamed() {
        return !consumer.isEmpty() && !provider.isEmpty();
    }

    /** The broker publishes a contract with such a name, but then refuses every request for it. */
    boolean hasControlCharacter() {
        return (consumer + provider).chars().anyMatch(Character::isISOControl);
    }
}
