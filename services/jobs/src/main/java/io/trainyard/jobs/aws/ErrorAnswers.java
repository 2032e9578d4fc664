package io.trainyard.jobs.aws;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every other error in the same shape; nothing of what failed behind the API is shown. */
public class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    /** What throttles or fails over is usually back by then. */
    private static final int RETRY_AFTER_SECONDS = 5;

    /** What the HTTP layer refuses by itself: unknown paths, other methods. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        return Answers.error(
                status,
                switch (status) {
                    case 404 -> "there is nothing here; jobs are at /jobs and /jobs/{id}";
                    case 405 -> "this address does not take that method";
                    case 415 -> "send JSON";
                    default -> "the request was refused with " + status;
                });
    }

    /** A part behind the API did not answer. */
    @ServerExceptionMapper
    public Response failed(RuntimeException failure) {
        LOG.error("a request failed", failure);
        return Response.fromResponse(Answers.error(
                        503,
                        "this could not be done just now; try again, with the same idempotency key if there is one"))
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
