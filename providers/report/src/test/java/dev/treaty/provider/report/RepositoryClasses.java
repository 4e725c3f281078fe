package dev.treaty.provider.report;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The compiled classes of all modules, main and test, imported once. Classes whose source file is gone are left out. */
final class RepositoryClasses {

    private final List<MavenModule> modules = MavenModule.all();
    private final JavaClasses all = new ClassFileImporter()
            .importPaths(modules.stream()
                    .flatMap(module -> Stream.of(module.classes(), module.testClasses()))
                    .filter(Files::exists)
                    .toList())
            .that(predicate("have a source file", type -> source(type).isPresent()));

    List<MavenModule> modules() {
        return modules;
    }

    JavaClasses all() {
        return all;
    }

    JavaClasses main() {
        return all.that(predicate("are main classes", type -> !isTest(type)));
    }

    JavaClasses test() {
        return all.that(predicate("are test classes", RepositoryClasses::isTest));
    }

    static boolean isTest(JavaClass type) {
        return file(type)
                .filter(file -> file.toString().contains("test-classes"))
                .isPresent();
    }

    /** The module in which a class was compiled. */
    MavenModule module(JavaClass type) {
        var file = file(type).orElseThrow();
        return modules.stream()
                .filter(module -> file.startsWith(module.classes()) || file.startsWith(module.testClasses()))
                .findFirst()
                .orElseThrow();
    }

    /** The source file of a class; empty if it no longer exists. */
    private Optional<Path> source(JavaClass type) {
        var module = module(type);
        var sources = isTest(type) ? module.testSources() : module.sources();
        return type.getSource()
                .flatMap(source -> source.getFileName())
                .map(name ->
                        sources.resolve(type.getPackageName().replace('.', '/')).resolve(name))
                .filter(Files::exists);
    }

    /** Whether a class is sealed, which ArchUnit does not know. */
    boolean isSealed(JavaClass type) {
        if (type.getSubclasses().isEmpty()) {
            return false;
        }
        var declaration =
                Pattern.compile("(?<!non-)sealed (?:abstract )?(?:class|interface) " + type.getSimpleName() + "\\b");
        return source(type)
                .map(RepositoryClasses::read)
                .filter(text -> declaration.matcher(text).find())
                .isPresent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file(JavaClass type) {
        return type.getSource().map(source -> Path.of(source.getUri()));
    }

    private static DescribedPredicate<JavaClass> predicate(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
