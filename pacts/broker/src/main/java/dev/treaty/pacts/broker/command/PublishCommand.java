package dev.treaty.pacts.broker.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.build.BuildDetails;
import dev.treaty.pacts.broker.publishing.ConsumerContracts;
import dev.treaty.pacts.broker.publishing.ContractFiles;
import dev.treaty.pacts.broker.publishing.MainBranches;
import dev.treaty.pacts.broker.publishing.Publication;
import dev.treaty.pacts.broker.publishing.PublishedConsumer;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes pact files, of this repository or of any other tool. */
@Command(
        name = "publish",
        description = {
            "Publishes pact files as they are, byte for byte.",
            "All contracts of a consumer are published at once, after all consumers were checked against what is published already.",
            "Exit code: 0 if all are published; 1 if the broker refused; 2 if the command line or a file is wrong, or the broker is out of reach."
        },
        footer = {"", "Example:", "  treaty publish pacts --broker-base-url https://broker.example"},
        sortOptions = false)
public final class PublishCommand extends BrokerCommand {

    private static final Set<String> SHOWN = Set.of("success", "info", "warning", "error", "danger");

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Pact files, and folders with pact files directly in them.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-a", "--consumer-app-version"},
            paramLabel = "VERSION",
            order = 1,
            description = "The version of the consumers. It must be the one that is deployed, and under which their own"
                    + " verification results are published. Default: the full id of the commit.")
    private @Nullable String version;

    @Option(
            names = {"-h", "--branch"},
            paramLabel = "BRANCH",
            order = 2,
            description = "The branch. Default: from git or the CI server; of a pull request, its source branch.")
    private @Nullable String branch;

    @Option(
            names = "--main-branch",
            paramLabel = "BRANCH",
            order = 3,
            description =
                    "The main branch, whose contracts can fail a provider's build. Default: origin/HEAD, where the broker"
                            + " does not know one.")
    private @Nullable String mainBranch;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            split = ",",
            order = 4,
            description = "A tag of the version; repeatable, or several with commas between them.")
    private List<String> tags = List.of();

    @Option(
            names = {"-g", "--tag-with-git-branch"},
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            order = 5,
            description = "Tag the version with the branch, too.")
    private boolean tagWithBranch;

    @Option(
            names = "--build-url",
            paramLabel = "URL",
            order = 6,
            description = "The page of the build, to which the broker links. Default: from the CI server.")
    private @Nullable String buildUrl;

    @Option(
            names = {"-r", "--auto-detect-version-properties"},
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 7,
            description =
                    "Look for version, branch and build in git and the CI server's variables. Default: ${DEFAULT-VALUE}.")
    private boolean autoDetect;

    @Option(
            names = "--merge",
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            order = 8,
            description =
                    "Put together the parts of a contract that are in several files. What is published under the version already is"
                            + " only added to if the broker's setting allow_dangerous_contract_modification is true.")
    private boolean merge;

    @Option(
            names = "--dry-run",
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            order = 9,
            description = "Check everything, but publish nothing.")
    private boolean dryRun;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|text",
            converter = OutputFormat.JsonOrText.class,
            defaultValue = "text",
            order = 10,
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /** Called by {@code ServiceLoader}. */
    public PublishCommand() {
        this(System.getenv());
    }

    PublishCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    protected Optional<String> insteadOf(String option) {
        return option.equals("--validate") || option.equals("--strict")
                ? Optional.of("leave it out, and run check with the same files before")
                : super.insteadOf(option);
    }

    @Override
    public Integer call() {
        var consumers = ContractFiles.read(paths, merge);
        var details = autoDetect
                ? BuildDetails.of(folder(), environment())
                : new BuildDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var publishedVersion = version(details);
        warnOfShortCommit(details);
        warnOfUncommitted(consumers);
        var broker = broker();
        var publication = broker.prepare(consumers, publishedVersion);
        announce(publication, publishedVersion);
        if (!dryRun) {
            print(publication.publish());
            updateMainBranches(broker, publication, details.mainBranch());
        }
        return ExitCodes.YES;
    }

    /** Where the pact files are, because that is the repository whose commit they belong to. */
    private Path folder() {
        var first = paths.get(0).toAbsolutePath();
        var parent = first.getParent();
        return Files.isDirectory(first) || parent == null ? first : parent;
    }

    private PublishedVersion version(BuildDetails details) {
        var number = Optional.ofNullable(version).or(details::version).orElseThrow(MissingVersionDetails::version);
        var ofBranch = Optional.ofNullable(branch).or(details::branch);
        if (ofBranch.isEmpty() && tags.isEmpty()) {
            throw MissingVersionDetails.branch();
        }
        var allTags = new ArrayList<>(tags);
        if (tagWithBranch) {
            ofBranch.ifPresent(allTags::add);
        }
        return new PublishedVersion(
                number, ofBranch, allTags, Optional.ofNullable(buildUrl).or(details::url), merge);
    }

    private void warnOfShortCommit(BuildDetails details) {
        details.version()
                .filter(commit -> version != null && commit.startsWith(version) && !commit.equals(version))
                .ifPresent(commit -> err().printf(
                                "Warning: %s is short for %s; results are published under the full id, so one commit becomes two versions.%n",
                                version, commit));
    }

    private void warnOfUncommitted(List<ConsumerContracts> consumers) {
        var changed = version == null
                ? BuildDetails.uncommitted(folder(), ContractFiles.paths(consumers))
                : List.<String>of();
        if (!changed.isEmpty()) {
            err().printf(
                            "Warning: not committed, so the version's commit does not have it: %s%n",
                            String.join(", ", changed));
        }
    }

    private void announce(Publication publication, PublishedVersion as) {
        if (output == OutputFormat.json) {
            if (dryRun) {
                print(planned(publication, as));
            }
            return;
        }
        out().printf(
                        "%s %s of %s as version %s%s%n",
                        dryRun ? "Would publish" : "Publishing",
                        Quantity.of(ContractFiles.count(publication.consumers()), "contract"),
                        Quantity.of(publication.consumers().size(), "consumer"),
                        as.number(),
                        as.branch().map(" of branch "::concat).orElse(" without a branch"));
        publication
                .consumers()
                .forEach(contracts -> out().printf("  %s -> %s%n", contracts.consumer(), contracts.providers()));
    }

    /** What would be published: the broker, which answers otherwise, is not asked to. */
    private static ArrayNode planned(Publication publication, PublishedVersion as) {
        var consumers = JsonNodeFactory.instance.arrayNode();
        for (var contracts : publication.consumers()) {
            var consumer = consumers
                    .addObject()
                    .put("pacticipantName", contracts.consumer())
                    .put("pacticipantVersionNumber", as.number())
                    .put("branch", as.branch().orElse(null))
                    .put("dryRun", true);
            var planned = consumer.putArray("contracts");
            contracts
                    .contracts()
                    .forEach(contract -> planned.addObject()
                            .put("consumerName", contract.consumer())
                            .put("providerName", contract.provider()));
        }
        return consumers;
    }

    private void print(List<PublishedConsumer> published) {
        if (output == OutputFormat.json) {
            var array = JsonNodeFactory.instance.arrayNode();
            published.forEach(consumer -> array.add(consumer.answer().json()));
            print(array);
            return;
        }
        published.stream()
                .flatMap(consumer -> consumer.notices().stream())
                .filter(notice -> SHOWN.contains(notice.type()))
                .forEach(notice -> out().println(notice.text()));
    }

    private void updateMainBranches(PactBroker broker, Publication publication, Optional<String> detected) {
        var branches = new MainBranches(broker.participants(), Optional.ofNullable(mainBranch), detected);
        var consumers = publication.consumers().stream()
                .map(ConsumerContracts::consumer)
                .toList();
        branches.update(consumers, publication::wasKnown).forEach(err()::println);
    }
}
