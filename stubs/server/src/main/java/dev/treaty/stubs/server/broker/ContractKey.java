package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.content.ContractVersion;

/** What makes a contract another one: who has it with whom, and its content. */
record ContractKey(String consumer, String provider, String contentSha) {

    static ContractKey of(ContractVersion version) {
        return new ContractKey(version.consumer(), version.provider(), version.contentSha());
    }

    boolean hasParticipantsOf(ContractKey other) {
        return consumer.equals(other.consumer) && provider.equals(other.provider);
    }
}
