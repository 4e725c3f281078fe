package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.BrokerAddress;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to get a verification that is missing: each command verifies the one contract, and publishes the result.
 *
 * @param build for a provider of this repository, in a checkout of the version
 * @param command for a provider in any language; {@code $URL} is where the version runs
 */
public record VerificationAdvice(String build, String command) {

    static VerificationAdvice of(MatrixRow row, BrokerAddress broker) {
        var contract = row.contract().map(HalLink::href);
        var build = new LinkedHashMap<String, String>();
        build.put(" -Dpact.broker.url=", broker.text());
        contract.ifPresent(url -> build.put(" -Dpact.url=", url));
        row.providerVersion().ifPresent(version -> build.put(" -Dpact.provider.version=", version));
        row.providerBranch().ifPresent(branch -> build.put(" -Dpact.provider.branch=", branch));
        var command = new LinkedHashMap<String, String>();
        command.put(" --broker ", broker.text());
        contract.ifPresent(url -> command.put(" --pact-url ", url));
        row.providerVersion().ifPresent(version -> command.put(" --provider-version ", version));
        row.providerBranch().ifPresent(branch -> command.put(" --provider-branch ", branch));
        return new VerificationAdvice(
                "CI=true mvn -pl %s -am verify".formatted(quoted("providers/" + row.provider())) + options(build),
                "treaty verify --provider %s --url \"$URL\" --publish".formatted(quoted(row.provider()))
                        + options(command));
    }

    private static String options(Map<String, String> options) {
        var text = new StringBuilder();
        options.forEach((option, value) -> text.append(option).append(quoted(value)));
        return text.toString();
    }

    /** As a shell takes it for one word; names at a broker may be any text. */
    static String quoted(String value) {
        return value.matches("[\\w./:@%+,=~-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
