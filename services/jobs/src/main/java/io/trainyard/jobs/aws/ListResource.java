package io.trainyard.jobs.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.trainyard.jobs.app.ReadJobs;
import io.trainyard.jobs.domain.ListedStatus;
import io.trainyard.jobs.domain.Viewer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's jobs for who operates, and their own for everybody else. {@code GET /jobs?limit=&status=}: newest first; without a status
 * all but those whose endpoint is deleted (A17).
 * {@code GET /jobs?endpointArn=}: whose endpoint that is (A12).
 */
@Path("/jobs")
public class ListResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern ENDPOINT =
            Pattern.compile("arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:[0-9]{12}:endpoint/[a-zA-Z0-9-]{1,63}");

    private final ReadJobs read;

    public ListResource(ReadJobs read) {
        this.read = read;
    }

    /** Lists jobs. */
    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("status") @Nullable String status,
            @QueryParam("endpointArn") @Nullable String endpointArn,
            @Context APIGatewayV2HTTPEvent event) {
        Viewer viewer = Viewers.of(event);
        if (endpointArn != null) {
            return ofEndpoint(viewer, endpointArn);
        }
        if (limit != null && !limit.matches("[1-9]\\d{0,2}") || limit != null && Integer.parseInt(limit) > MOST) {
            return Answers.error(400, "limit must be a whole number from 1 to " + MOST + ", not '" + limit + "'");
        }
        int most = limit == null ? USUAL : Integer.parseInt(limit);
        return Answers.json(200, read.list(viewer, most, new ListedStatus(status == null ? "" : status)));
    }

    private Response ofEndpoint(Viewer viewer, String endpointArn) {
        return ENDPOINT.matcher(endpointArn).matches()
                ? Answers.json(200, read.ofEndpoint(viewer, endpointArn))
                : Answers.error(
                        400,
                        "endpointArn must be the ARN of an endpoint, such as"
                                + " arn:aws:sagemaker:eu-west-1:123456789012:endpoint/NAME, not '" + endpointArn + "'");
    }
}
