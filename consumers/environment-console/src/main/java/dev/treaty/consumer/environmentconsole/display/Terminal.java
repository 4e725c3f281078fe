package dev.treaty.consumer.environmentconsole.display;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal that the console writes to, if it writes to one.
 *
 * @param environment the variables of the process
 */
public record Terminal(Map<String, String> environment) {

    private static final int USUAL_WIDTH = 80;

    /** Whether a line can be overwritten: output and input are a terminal, and not one that can only print. */
    public boolean canOverwrite() {
        return isTerminal() && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** In columns: what {@code COLUMNS} says, else what the terminal says, else 80. */
    public int width() {
        return columns(environment.getOrDefault("COLUMNS", ""))
                .or(Terminal::askTerminal)
                .orElse(USUAL_WIDTH);
    }

    /** From JDK 22 on there is a console even without a terminal, and a method that tells; before, there was none then. */
    @SuppressWarnings("SystemConsoleNull") // It does on JDK 17 to 21.
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Java cannot ask; {@code stty} can, wherever there is a terminal of the POSIX kind. */
    private static Optional<Integer> askTerminal() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var size = new String(stty.getInputStream().readAllBytes(), US_ASCII).strip();
            return stty.waitFor(1, TimeUnit.SECONDS) ? columns(size.replaceFirst(".* ", "")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> columns(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .filter(columns -> columns > 0);
    }
}
