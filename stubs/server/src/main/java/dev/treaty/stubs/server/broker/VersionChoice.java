package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.content.ContractVersion;
import dev.treaty.pacts.broker.content.ContractVersions;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import java.util.List;
import java.util.Optional;

/** Which versions of the consumers count. */
sealed interface VersionChoice {

    /** Their contracts with a provider. */
    List<ContractVersion> select(ContractVersions broker, String provider);

    /** The branch by which a consumer's version was chosen; empty if it was not by branch. */
    default Optional<String> branch(ContractVersions broker, String consumer) {
        return Optional.empty();
    }

    /** The environment by which versions are chosen; empty if it is not by environment. */
    default Optional<String> environment() {
        return Optional.empty();
    }

    /** What to do if there are none. */
    String fix();

    /** The newest version of each consumer's main branch. */
    record MainBranches() implements VersionChoice {

        @Override
        public List<ContractVersion> select(ContractVersions broker, String provider) {
            return broker.select(provider, ConsumerVersionSelector.mainBranch());
        }

        @Override
        public Optional<String> branch(ContractVersions broker, String consumer) {
            return broker.mainBranch(consumer);
        }

        @Override
        public String fix() {
            return "publish a contract from a main branch (publish --main-branch), or select with --branch,"
                    + " --environment or --consumer-version";
        }

        @Override
        public String toString() {
            return "the newest version of each consumer's main branch";
        }
    }

    /** The newest version of a branch. */
    record Branch(String name) implements VersionChoice {

        @Override
        public List<ContractVersion> select(ContractVersions broker, String provider) {
            return broker.select(provider, ConsumerVersionSelector.branch(name));
        }

        @Override
        public Optional<String> branch(ContractVersions broker, String consumer) {
            return Optional.of(name);
        }

        @Override
        public String fix() {
            return "check the name of the branch; its newest version must have published a contract";
        }

        @Override
        public String toString() {
            return "the newest version of branch " + name;
        }
    }

    /** All versions that are deployed or released to an environment. */
    record Environment(String name) implements VersionChoice {

        @Override
        public List<ContractVersion> select(ContractVersions broker, String provider) {
            return broker.select(provider, ConsumerVersionSelector.environment(name));
        }

        @Override
        public Optional<String> environment() {
            return Optional.of(name);
        }

        @Override
        public String fix() {
            return "record-deployment and record-release tell the broker which versions of the consumers are there";
        }

        @Override
        public String toString() {
            return "every version that is deployed or released to " + name;
        }
    }

    /** One version, of each consumer that has it. */
    record Version(String number) implements VersionChoice {

        @Override
        public List<ContractVersion> select(ContractVersions broker, String provider) {
            return broker.ofVersion(provider, number);
        }

        @Override
        public String fix() {
            return "check the version; it must be written as it was published, usually the full id of a commit";
        }

        @Override
        public String toString() {
            return "version " + number;
        }
    }
}
