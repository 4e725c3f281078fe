package dev.treaty.provider.verification.targets;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.StateChangeEndpoint;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * A service that runs elsewhere, in any language, as the settings describe it.
 *
 * @param url where it runs
 * @param states where its provider states are set up
 * @param messages where its messages are requested; empty if they are not
 * @param statesOption how the user names the endpoint of the states
 * @param messagesOption how the user names the endpoint of the messages
 * @param parallel how many interactions may run at the same time
 */
public record ServiceAtUrl(
        URI url, URI states, Optional<URI> messages, String statesOption, String messagesOption, int parallel) {

    private static final String PARALLEL = "pact.parallel";

    /**
     * The service in the settings; empty if they name no URL.
     *
     * @param prefix of the settings' names, e.g. {@code "auth-service."}
     * @throws dev.treaty.provider.verification.settings.InvalidSetting if one is not a URL, or not a number
     */
    public static Optional<ServiceAtUrl> in(VerificationSettings settings, String prefix) {
        var states = prefix + "state-change-url";
        var messages = prefix + "messages-url";
        return settings.url(prefix + "url")
                .map(url -> new ServiceAtUrl(
                        url,
                        settings.url(states)
                                .orElseGet(() -> URI.create(url.toString().replaceAll("/+$", "") + "/provider-states")),
                        settings.url(messages),
                        settings.option(states),
                        settings.option(messages),
                        settings.positive(PARALLEL).orElse(1)));
    }

    /**
     * What requests are sent to.
     *
     * @param collisions the keys of an interaction; two that share one do not run in parallel
     */
    public VerificationTarget target(String service, Function<ContractInteraction, Collection<String>> collisions) {
        return new RunningServiceTarget(
                url,
                new StateChangeEndpoint(states, statesOption),
                messages.<MessageSource>map(MessageEndpoint::new).orElseGet(() -> noMessages(service)),
                parallel,
                collisions);
    }

    /** How many interactions run at the same time, as a sentence. */
    public String pace(String service, VerificationSettings settings) {
        var option = settings.option(PARALLEL);
        return parallel == 1
                ? "%s: interactions are verified one after the other; %sN verifies N at the same time"
                        .formatted(service, option)
                : "%s: up to %d interactions are verified at the same time (%s)"
                        .formatted(service, parallel, option.replace("=", ""));
    }

    private MessageSource noMessages(String service) {
        return new NoMessages(
                "the messages of %s can only be requested with %s (the reference services: <url>/messages)"
                        .formatted(service, messagesOption));
    }
}
