package dev.treaty.provider.junit;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.errors.InvalidVerification;
import dev.treaty.provider.verification.report.ResultPublisher;
import dev.treaty.provider.verification.settings.ProviderBuild;
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
        var settings = VerificationSettings.of(context::getConfigurationParameter);
        var provider = provider(context.getRequiredTestClass());
        var plan = VerificationPlan.of(settings, provider, "@Provider(\"%s\")".formatted(provider), true);
        new ResultPublisher(new ProviderBuild(settings)).prepare(plan);
        ResultRecorder.start(context, plan);
        plan.notices().forEach(notice -> ResultRecorder.print(context, "contract", notice));
        plan.nothingPasses().ifPresent(why -> {
            // Not a failure: a filter applies to the whole build, and most providers have no contract with its
            // consumer.
            ResultRecorder.print(context, "not verified", why.toString());
            throw new TestAbortedException(why.toString());
        });
        return plan.interactions().stream().map(InteractionTest::new);
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
                : VerificationSettings.of(context::getConfigurationParameter);
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
            return interaction.consumerVersion() + ": " + interaction.description();
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
