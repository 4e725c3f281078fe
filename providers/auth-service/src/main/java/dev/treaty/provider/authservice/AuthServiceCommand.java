package dev.treaty.provider.authservice;

import dev.treaty.provider.service.ServiceCommand;

/**
 * {@code java -jar auth-service.jar}; {@code --help} names every option. It listens on port 8080 unless {@code --port} says
 * otherwise, keeps its data where {@code DATABASE_URL} says or in a PostgreSQL of its own, and takes the word of the proxies in
 * {@code TRUSTED_PROXIES} (addresses, separated by commas; this machine by default) on who calls.
 */
public final class AuthServiceCommand {

    private AuthServiceCommand() {}

    /** Runs the service until the process is told to end. */
    public static void main(String[] arguments) {
        System.exit(ServiceCommand.run(AuthService.NAME, AuthService::start, arguments));
    }
}
