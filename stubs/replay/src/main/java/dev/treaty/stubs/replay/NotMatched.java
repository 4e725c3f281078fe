package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;

final class NotMatched extends NotMatchedRenderer {

    NotMatched(Served served, Addresses addresses) {}

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        var problem = Problem.notFound("no-matching-interaction", "x", "y", java.util.Map.of());
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(problem.status())
                .withHeader("Content-Type", Problem.MEDIA_TYPE)
                .withBody(problem.toJson())
                .build();
    }
}
