package dev.treaty.stubs.server.pipeline;

import static org.codehaus.groovy.control.Phases.CONVERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.control.CompilationUnit;

/** The Jenkinsfile, read by Groovy's own parser. */
final class JenkinsPipeline extends CodeVisitorSupport {

    private static final Path FILE = Path.of("../../providers/Jenkinsfile");

    private final List<Stage> stages = new ArrayList<>();
    private String stage = "";

    private JenkinsPipeline() {}

    static JenkinsPipeline read() throws IOException {
        var unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", Files.readString(FILE));
        unit.compile(CONVERSION);
        var pipeline = new JenkinsPipeline();
        unit.getAST().getModules().forEach(module -> module.getStatementBlock().visit(pipeline));
        return pipeline;
    }

    List<String> stageNames() {
        return stages.stream().map(Stage::name).distinct().toList();
    }

    /** What all stages run in the shell. */
    Stream<String> allScripts() {
        return stages.stream().map(Stage::script);
    }

    /** What a stage runs in the shell, step by step. */
    Stream<String> scripts(String name) {
        return stages.stream().filter(each -> each.name().equals(name)).map(Stage::script);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.getArguments() instanceof ArgumentListExpression arguments
                && !arguments.getExpressions().isEmpty()
                && arguments.getExpression(0) instanceof ConstantExpression first) {
            if (call.getMethodAsString().equals("stage")) {
                stage = first.getText();
            } else if (call.getMethodAsString().equals("sh")) {
                stages.add(new Stage(stage, first.getText()));
            }
        }
        super.visitMethodCallExpression(call);
    }

    private record Stage(String name, String script) {}
}
