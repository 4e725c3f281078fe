package dev.treaty.stubs.junit;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.tls.CertificateSource;
import dev.treaty.stubs.matching.UnknownProvider;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Passes the address of a stub server to a test; see {@link StubServer}. */
final class StubServerExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(StubServerExtension.class);
    private static final Set<Class<?>> TYPES =
            Set.of(URI.class, String.class, ReplayServer.class, SSLContext.class, VendorWorld.class);

    /** Tests of a class share a server if they agree in this. */
    private record ServerKey(String provider, List<String> pacts, boolean tls, List<String> states) {}

    /** A test has one world of each vendor. */
    private record WorldKey(URI vendor) {}

    /** Contracts that are read once for all tests of a run. */
    private record Source(ClassLoader classPath, List<String> pacts) {

        List<PactFile> read() {
            return pacts.isEmpty()
                    ? PactFile.onClassPath(classPath)
                    : PactFile.load(pacts.stream().map(Path::of).toList());
        }
    }

    /** Makes the states of a test available when the test class is constructed for it. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var isAddress = TYPES.contains(typeOf(parameter));
        if (!isAddress && parameter.isAnnotated(StubServer.class)) {
            throw new ParameterResolutionException("""
                    A parameter has the annotation @StubServer, but its type can hold neither the server nor its address.
                      where: %s %s of %s
                      fix:   make it a java.net.URI, a String, a ReplayServer, a VendorWorld, or an SSLContext""".formatted(
                    typeOf(parameter).getSimpleName(), parameter.getParameter().getName(), TestLocation.of(context)));
        }
        return isAddress && annotation(parameter, context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var annotation = annotation(parameter, context).orElseThrow();
        var server = server(annotation, context);
        if (typeOf(parameter) == ReplayServer.class) {
            return server;
        }
        if (typeOf(parameter) == SSLContext.class) {
            return server.certificate()
                    .orElseThrow(() -> withoutTls(annotation, parameter, context))
                    .clientContext();
        }
        if (typeOf(parameter) == VendorWorld.class) {
            var url = server.url(annotation.value());
            return context.getStore(NAMESPACE)
                    .computeIfAbsent(
                            new WorldKey(url),
                            absent -> new VendorWorld(url, newAccount(annotation.value(), parameter, context)),
                            VendorWorld.class);
        }
        var url = annotation.tls() ? server.tlsUrl(annotation.value()) : server.url(annotation.value());
        return typeOf(parameter) == URI.class ? url : url.toString();
    }

    private static ParameterResolutionException withoutTls(
            StubServer annotation, ParameterContext parameter, ExtensionContext context) {
        return new ParameterResolutionException(
                """
                The stub server has no certificate that an SSLContext could trust, because it does not use TLS.
                  where: SSLContext %s of %s
                  fix:   write @StubServer(value = "%s", tls = true)""".formatted(parameter.getParameter().getName(), TestLocation.of(context), annotation.value()));
    }

    private static ReplayAccount newAccount(String provider, ParameterContext parameter, ExtensionContext context) {
        return ServiceLoader.load(ProviderStub.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(stub -> stub.provider().equals(provider))
                .flatMap(stub -> stub.newAccount().stream())
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException(
                        """
                        The stub server has no replay of %1$s with state, so that there is no world of it; only contracts answer.
                          where: VendorWorld %2$s of %3$s
                          fix:   add the module with the replay to the test's class path (e.g. stubs-%1$s), or make the parameter a java.net.URI""".formatted(provider, parameter.getParameter().getName(), TestLocation.of(context))));
    }

    private static Optional<StubServer> annotation(ParameterContext parameter, ExtensionContext context) {
        var itself = parameter.findAnnotation(StubServer.class);
        return itself.isPresent() || mayBeArgument(parameter)
                ? itself
                : context.getTestClass()
                        .flatMap(tests -> AnnotationSupport.findAnnotation(
                                tests, StubServer.class, context.getEnclosingTestClasses()));
    }

    /** Whether the parameter may be an argument of a parameterized test or test class. */
    private static boolean mayBeArgument(ParameterContext parameter) {
        var called = parameter.getDeclaringExecutable();
        return called instanceof Constructor
                ? AnnotationSupport.isAnnotated(called.getDeclaringClass(), ClassTemplate.class)
                : AnnotationSupport.isAnnotated(called, TestTemplate.class)
                        && !AnnotationSupport.isAnnotated(called, RepeatedTest.class);
    }

    /** JUnit closes it after the tests of the class. */
    private static ReplayServer server(StubServer annotation, ExtensionContext context) {
        var given = new GivenStates(context);
        var key = new ServerKey(
                annotation.value(), List.of(annotation.pacts()), annotation.tls(), given.of(annotation.value()));
        var server = outermostClass(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(key, absent -> start(absent, context), ReplayServer.class);
        given.reached(annotation.value());
        return server;
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        var parent = context.getParent().filter(around -> around.getTestClass().isPresent());
        return parent.map(StubServerExtension::outermostClass).orElse(context);
    }

    private static ReplayServer start(ServerKey key, ExtensionContext context) {
        var contracts = contracts(key.pacts(), context);
        var known = contracts.stream().map(PactFile::provider).distinct().toList();
        if (!known.contains(key.provider())) {
            throw new UnknownProvider(key.provider(), known);
        }
        var server = ReplayServer.builder()
                .pacts(contracts.stream()
                        .filter(contract -> contract.provider().equals(key.provider()))
                        .toList())
                .listen(key.provider(), 0);
        key.states().forEach(server::given);
        if (key.tls()) {
            server.tls(0, CertificateSource.inMemory());
        }
        return server.start();
    }

    @SuppressWarnings("unchecked") // only this class uses the namespace
    private static List<PactFile> contracts(List<String> pacts, ExtensionContext context) {
        var source = new Source(context.getRequiredTestClass().getClassLoader(), pacts);
        return (List<PactFile>) context.getRoot().getStore(NAMESPACE).computeIfAbsent(source, Source::read);
    }

    private static Class<?> typeOf(ParameterContext parameter) {
        return parameter.getParameter().getType();
    }
}
