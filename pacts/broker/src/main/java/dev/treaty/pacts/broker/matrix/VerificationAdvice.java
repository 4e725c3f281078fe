package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.BrokerAddress;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.text.ShellWord;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to get a verification that is missing: each command verifies the one contract, and publishes the result. The version stays on its
 * branches, so none is named.
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
        var command = new LinkedHashMap<String, String>();
        command.put(" --broker ", broker.text());
        contract.ifPresent(url -> command.put(" --pact-url ", url));
        row.providerVersion().ifPresent(version -> command.put(" --provider-version ", version));
        return new VerificationAdvice(
                "CI=true mvn -pl %s -am verify".formatted(ShellWord.of("providers/" + row.provider())) + options(build),
                "treaty verify --provider %s --url \"$URL\" --publish".formatted(ShellWord.of(row.provider()))
                        + options(command));
    }

    private static String options(Map<String, String> options) {
        var text = new StringBuilder();
        options.forEach((option, value) -> text.append(option).append(ShellWord.of(value)));
        return text.toString();
    }
}
