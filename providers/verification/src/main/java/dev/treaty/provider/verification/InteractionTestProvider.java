package dev.treaty.provider.verification;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.treaty.provider.verification.contracts.ContractFilter;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.ContractSource;
import dev.treaty.provider.verification.contracts.ContractsUnavailable;
import dev.treaty.provider.verification.report.ResultRecorder;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Gives a verification every interaction that anybody recorded with its provider, as a test of its own. */
final class InteractionTestProvider implements TestTemplateInvocationContextProvider, ParameterResolver {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var settings = VerificationSettings.of(context);
        var provider = provider(context.getRequiredTestClass());
        var source = ContractSource.chosen(settings);
        var contracts = source.with(provider);
        var filter = ContractFilter.of(settings);
        if (contracts.isEmpty() && !filter.narrows()) {
            throw ContractsUnavailable.of(provider, source);
        }
        ResultRecorder.of(context).verifying(contracts, filter.narrows());
        var interactions = contracts.stream()
                .flatMap(contract -> contract.interactions().stream()
                        .map(interaction -> new ContractInteraction(contract, interaction)))
                .toList();
        var accepted = interactions.stream().filter(filter::accepts).toList();
        if (accepted.isEmpty()) {
            // No failure: a filter is for the whole build, and most providers have nothing to do with the consumer in
            // it.
            var nothing = filter.acceptsNone(provider, interactions);
            ResultRecorder.tell(context, "not verified", nothing);
            throw new TestAbortedException(nothing);
        }
        return accepted.stream().map(Verified::new);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VerificationSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return VerificationSettings.of(context);
    }

    static String provider(Class<?> verification) {
        return AnnotationSupport.findAnnotation(verification, Provider.class)
                .map(Provider::value)
                .orElseThrow(() -> new IllegalStateException("""
                        A verification does not say which provider it verifies.
                          where: %s
                          fix:   annotate it with @Provider("…"), the name after the dash in the contract's file name""".formatted(verification.getName())));
    }

    private record Verified(ContractInteraction interaction) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return interaction.consumer() + ": " + interaction.description();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Parameter(interaction));
        }
    }

    /** Carries the interaction into the test method, and to {@link ResultRecorder}. */
    private record Parameter(ContractInteraction interaction)
            implements ParameterResolver, org.junit.jupiter.api.extension.BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            ResultRecorder.verifying(context, interaction);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ContractInteraction.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return interaction;
        }
    }
}
