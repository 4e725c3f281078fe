package dev.treaty.provider.verification;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.treaty.provider.verification.contracts.ContractFilter;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.ContractSource;
import dev.treaty.provider.verification.contracts.ContractsUnavailable;
import dev.treaty.provider.verification.errors.InvalidVerification;
import dev.treaty.provider.verification.report.ResultRecorder;
import dev.treaty.provider.verification.report.RunNotes;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Provides a verification with one test for each interaction that any consumer recorded with its provider. */
final class InteractionTestProvider implements TestTemplateInvocationContextProvider, ParameterResolver {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var settings = VerificationSettings.of(context);
        var provider = provider(context.getRequiredTestClass());
        var source = ContractSource.of(settings);
        var contracts = source.with(provider);
        var filter = ContractFilter.of(settings);
        if (contracts.isEmpty() && !filter.isActive()) {
            throw ContractsUnavailable.noneWith(provider, source.place());
        }
        ResultRecorder.start(context, contracts, filter.isActive());
        var interactions = contracts.stream()
                .flatMap(contract -> ContractInteraction.of(contract).stream())
                .toList();
        var accepted = interactions.stream().filter(filter::accepts).toList();
        if (accepted.isEmpty()) {
            // Not a failure: a filter applies to the whole build, and most providers have no contract with its
            // consumer.
            var why = filter.rejectsAll(provider, interactions).toString();
            ResultRecorder.print(context, "not verified", why);
            throw new TestAbortedException(why);
        }
        return accepted.stream().map(InteractionTest::new);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(VerificationSettings.class, RunNotes.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunNotes.class
                ? new RunNotes(context)
                : VerificationSettings.of(context);
    }

    /**
     * The provider that a class verifies.
     *
     * @throws InvalidVerification if it is not annotated
     */
    static String provider(Class<?> verification) {
        return AnnotationSupport.findAnnotation(verification, Provider.class)
                .map(Provider::value)
                .orElseThrow(() -> new InvalidVerification(
                        "A verification does not say which provider it verifies.",
                        verification.getName(),
                        "annotate it with @Provider(\"…\"), the name after the dash in the contract's file name"));
    }

    private record InteractionTest(ContractInteraction interaction) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return interaction.consumer() + ": " + interaction.description();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new InteractionParameter(interaction));
        }
    }

    /** Passes the interaction to the test method, and to {@link ResultRecorder}. */
    private record InteractionParameter(ContractInteraction interaction)
            implements ParameterResolver, BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            ResultRecorder.start(context, interaction);
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
