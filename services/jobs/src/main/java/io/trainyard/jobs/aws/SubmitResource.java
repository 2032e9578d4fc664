package io.trainyard.jobs.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.jobs.app.SubmitJob;
import io.trainyard.jobs.domain.Submitted;
import io.trainyard.lambda.Callers;
import io.trainyard.lambda.Owners;
import io.trainyard.requests.app.ExamineRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /jobs}: 202 with the job's id, 400 with every violation, 409 for a key that is taken, 413 for what is too large, 429 with the
 * time of the next try for who has asked for too many.
 */
@Path("/jobs")
public class SubmitResource {

    private final SubmitJob submit;
    private final Supplier<String> ids;

    public SubmitResource(SubmitJob submit, @Owners Supplier<String> ids) {
        this.submit = submit;
        this.ids = ids;
    }

    /** Takes a request; the key stands in the header or in the body. */
    @POST
    public Response post(
            byte @Nullable [] body,
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @Context APIGatewayV2HTTPEvent event) {
        if (body == null || body.length == 0) {
            return Answers.error(
                    400, "the body is empty; send the job as JSON, for example {\"name\": \"my-model\", ...}");
        }
        if (body.length > ExamineRequest.LARGEST) {
            return Answers.error(
                    413,
                    "a job has at most " + ExamineRequest.LARGEST + " bytes, this one " + body.length
                            + "; put what is large into S3 and name it");
        }
        JsonNode request;
        try {
            request = Json.tree(new String(body, StandardCharsets.UTF_8));
        } catch (UnreadableEvent e) {
            return Answers.error(400, "the body is not JSON: " + e.getMessage());
        }
        String inside = request.path("idempotencyKey").isTextual()
                ? request.path("idempotencyKey").textValue()
                : "";
        if (header != null && !inside.isEmpty() && !header.equals(inside)) {
            return Answers.refused(List.of(new Violation(
                    "/idempotencyKey",
                    "the header Idempotency-Key and the field differ",
                    "send one of them, or the same in both")));
        }
        String key = header != null && !header.isBlank() ? header : inside.isBlank() ? ids.get() : inside;
        return answer(submit.submit(Callers.of(event), key, request));
    }

    private static Response answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Taken taken -> Answers.json(202, Map.of("jobId", taken.jobId(), "status", taken.status()));
            case Submitted.Refused refused -> Answers.refused(refused.violations());
            case Submitted.OverQuota over -> Answers.overQuota(over);
            case Submitted.KeyTaken taken ->
                Answers.error(
                        409,
                        "this idempotency key belongs to job " + taken.jobId()
                                + ", which was asked with another request; send the same request again, or choose a new key",
                        "jobId",
                        taken.jobId());
        };
    }
}
