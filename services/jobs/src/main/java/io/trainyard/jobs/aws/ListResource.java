package io.trainyard.jobs.aws;

import io.trainyard.jobs.app.ReadJobs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /jobs?limit=&status=}: newest first; without a status all but those whose endpoint is deleted (A17). */
@Path("/jobs")
public class ListResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final ReadJobs read;

    public ListResource(ReadJobs read) {
        this.read = read;
    }

    /** Lists jobs. */
    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("status") @Nullable String status) {
        if (limit != null && !limit.matches("[1-9]\\d{0,2}") || limit != null && Integer.parseInt(limit) > MOST) {
            return Answers.error(400, "limit must be a whole number from 1 to " + MOST + ", not '" + limit + "'");
        }
        int most = limit == null ? USUAL : Integer.parseInt(limit);
        return Answers.json(200, read.list(most, status == null ? "" : status));
    }
}
