package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.content.ContractVersion;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.http.BrokerUnreachable;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.pacts.files.BrokerOrigin;
import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.pacts.files.audit.PactAudit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contracts that are selected at a broker. A content is read once: when it is new. While the broker does not answer, nothing changes; a
 * contract that cannot be read leaves in place what was read of the same consumer and provider before.
 */
public final class BrokerPacts implements ChangingPacts {

    private final Selection selection;
    private final PactFileLimits limits;
    private final Consumer<String> problems;
    private final Map<ContractKey, String> unreadable = new HashMap<>();
    private final Map<ContractKey, List<ErrorMessage>> audits = new ConcurrentHashMap<>();
    private Map<ContractKey, PactFile> good = new LinkedHashMap<>();
    private @Nullable Class<?> outage;
    private List<String> others = List.of();

    /** @param problems is told once what goes wrong in {@link #changes}, and when it is right again */
    BrokerPacts(Selection selection, PactFileLimits limits, Consumer<String> problems) {
        this.selection = selection;
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Reads all contracts.
     *
     * @throws TreatyException if the broker does not answer, refuses, or selects nothing
     */
    public Problems read() {
        var nothing = new ArrayList<String>();
        var broken = new ArrayList<String>();
        try {
            var selected = selection.select();
            if (selected.isEmpty()) {
                throw new UnservableSelection(selection.nothing(selection.named()), null);
            }
            missing(selected)
                    .forEach(provider ->
                            nothing.add(selection.nothing(List.of(provider)).toString()));
            refresh(selected, (failure, isServed) -> broken.add(failure));
            others = selection.others(selected);
        } catch (BrokerRefusal e) {
            throw new UnservableSelection(e.errorMessage(), e);
        }
        return new Problems(nothing, broken);
    }

    /**
     * What is wrong with some of the contracts, three lines each.
     *
     * @param nothing providers that were named, but of which nothing is selected
     * @param unreadable contracts that cannot be read
     */
    public record Problems(List<String> nothing, List<String> unreadable) {

        /** Copies the lists. */
        public Problems {
            nothing = List.copyOf(nothing);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** The providers that were named, but for which nothing is selected. */
    private List<String> missing(List<ContractVersion> selected) {
        return selection.named().stream()
                .filter(provider -> selected.stream()
                        .noneMatch(version -> version.provider().equals(provider)))
                .toList();
    }

    @Override
    public List<PactFile> contracts() {
        return List.copyOf(good.values());
    }

    @Override
    public Optional<PactChanges> changes() {
        try {
            var changes =
                    refresh(selection.select(), (failure, isServed) -> problems.accept(failure + untilThen(isServed)));
            if (outage != null) {
                outage = null;
                problems.accept(
                        "The broker answers again; it selects %s.".formatted(Quantity.of(good.size(), "contract")));
            }
            return changes;
        } catch (BrokerUnreachable | BrokerRefusal e) {
            if (e.getClass() != outage) {
                outage = e.getClass();
                problems.accept(e.getMessage() + "\n  until then: the contracts that were read before stay live");
            }
            return Optional.empty();
        }
    }

    /** What becomes of a contract that cannot be read; the fourth line of the message that says why. */
    public static String untilThen(boolean isServed) {
        return "\n  until then: " + (isServed ? "its last good version stays live" : "it is not served");
    }

    /** @param tell is told what cannot be read, and whether an earlier version of it is served */
    private Optional<PactChanges> refresh(List<ContractVersion> selected, BiConsumer<String, Boolean> tell) {
        var next = new LinkedHashMap<ContractKey, PactFile>();
        var failed = new HashSet<ContractKey>();
        var branches = new HashMap<String, Optional<String>>();
        for (var version : selected) {
            var key = ContractKey.of(version);
            try {
                next.put(key, contract(version, branches));
                unreadable.remove(key);
            } catch (UnreadablePactFile | BrokerRefusal e) {
                failed.add(key);
                tellOnce(key, e, tell);
            }
        }
        keepLastGood(next, failed);
        var changes = changes(next);
        good = next;
        audits.keySet().retainAll(next.keySet());
        return changes;
    }

    /** The contract as it was read before, if its content is the same. */
    private PactFile contract(ContractVersion version, Map<String, Optional<String>> branches) {
        var before = good.get(ContractKey.of(version));
        var origin = selection.origin(version, branch(version, before, branches));
        if (before == null) {
            var text = selection.broker().contractVersions().text(version);
            var file = PactFile.ofBroker(origin, version.consumer(), version.provider(), text, limits);
            audits.put(ContractKey.of(version), PactAudit.findings(file.path(), text, limits));
            return file;
        }
        return before.broker().equals(Optional.of(origin)) ? before : before.as(origin);
    }

    /** The branch of a version; the broker is asked once for each consumer with a new version. */
    private Optional<String> branch(
            ContractVersion version, @Nullable PactFile before, Map<String, Optional<String>> branches) {
        return Optional.ofNullable(before)
                .flatMap(PactFile::broker)
                .filter(origin -> origin.consumerVersion().equals(version.consumerVersion()))
                .map(BrokerOrigin::branch)
                .orElseGet(() -> branches.computeIfAbsent(version.consumer(), selection::branch));
    }

    private void tellOnce(ContractKey key, TreatyException failure, BiConsumer<String, Boolean> tell) {
        var message = String.valueOf(failure.getMessage());
        if (!message.equals(unreadable.put(key, message))) {
            tell.accept(message, good.keySet().stream().anyMatch(key::hasParticipantsOf));
        }
    }

    /** What a contract says and is not read, though it is read as a whole. */
    public List<ErrorMessage> audit(PactFile file) {
        return file.broker().stream()
                .map(origin -> new ContractKey(file.consumer(), file.provider(), origin.contentSha()))
                .flatMap(key -> audits.getOrDefault(key, List.of()).stream())
                .toList();
    }

    /** Keeps the earlier versions of the contracts that cannot be read; nobody knows which of them these would replace. */
    private void keepLastGood(Map<ContractKey, PactFile> next, Set<ContractKey> failed) {
        good.forEach((key, file) -> {
            if (failed.stream().anyMatch(key::hasParticipantsOf)) {
                next.putIfAbsent(key, file);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // what is the same is not read again
    private Optional<PactChanges> changes(Map<ContractKey, PactFile> next) {
        var read = next.entrySet().stream()
                .filter(entry -> entry.getValue() != good.get(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        var removed = good.entrySet().stream()
                .filter(entry -> !next.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().path())
                .toList();
        return read.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new PactChanges(List.copyOf(next.values()), read, removed, List.of()));
    }

    /** For people: which broker, which selection, which version of which contract, and of whom nothing is selected. */
    public String description() {
        var text = new StringBuilder(
                "From the broker at %s, %s:%n".formatted(selection.broker().address(), selection.choice()));
        good.values()
                .forEach(file -> text.append("  %s -> %s  %s%n"
                        .formatted(
                                file.consumer(),
                                file.provider(),
                                file.broker().map(BrokerPacts::version).orElse(""))));
        if (!others.isEmpty()) {
            text.append("  not selected: %s%n".formatted(String.join(", ", others)));
        }
        return text.toString();
    }

    private static String version(BrokerOrigin origin) {
        return "version %s%s%s"
                .formatted(
                        origin.consumerVersion(),
                        origin.branch().map(" (branch %s)"::formatted).orElse(""),
                        origin.environment().map(" (in %s)"::formatted).orElse(""));
    }
}
