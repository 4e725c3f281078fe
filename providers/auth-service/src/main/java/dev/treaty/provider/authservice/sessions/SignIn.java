package dev.treaty.provider.authservice.sessions;

import dev.treaty.provider.authservice.accounts.EmailAddress;
import dev.treaty.provider.authservice.accounts.Password;
import dev.treaty.provider.authservice.accounts.PasswordHasher;
import dev.treaty.provider.authservice.accounts.Users;
import java.util.Optional;

/** Signs people in. Neither the response nor its timing reveals whether the address or the password was wrong. */
public final class SignIn {

    private final Users users;
    private final PasswordHasher passwords;
    private final SignInAttempts attempts;
    private final Sessions sessions;

    public SignIn(Users users, PasswordHasher passwords, SignInAttempts attempts, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** The outcome of an attempt. */
    public sealed interface Outcome {

        /** Address and password were right. */
        record SignedIn(SessionTokens tokens) implements Outcome {}

        /** No account has this address and this password. */
        record Refused() implements Outcome {}

        /** Too many attempts; the password was not compared. */
        record TooMany(SignInAttempts.Exhausted exhausted) implements Outcome {}
    }

    /**
     * Attempts to sign a person in.
     *
     * @param email as received; may be anything
     * @param from the client's address, if known
     */
    public Outcome attempt(String email, Password password, Optional<String> from) {
        var address = EmailAddress.parse(email);
        var tried = address.map(EmailAddress::compared).orElse(email);
        var exhausted = attempts.begin(from, tried);
        if (exhausted.isPresent()) {
            return new Outcome.TooMany(exhausted.get());
        }
        var account = address.flatMap(users::withEmail);
        if (!passwords.matches(password, account.map(Users.Account::password))) {
            return new Outcome.Refused();
        }
        attempts.succeeded(from, tried);
        return new Outcome.SignedIn(
                sessions.open(account.map(Users.Account::user).orElseThrow()));
    }
}
