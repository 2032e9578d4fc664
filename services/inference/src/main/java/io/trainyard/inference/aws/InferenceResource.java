package io.trainyard.inference.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.json.Json;
import io.trainyard.inference.app.FindModel;
import io.trainyard.inference.app.Predict;
import io.trainyard.inference.domain.Prediction.Answered;
import io.trainyard.inference.domain.Prediction.Refused;
import io.trainyard.inference.domain.Target;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The routes of the service. Every error is {@code {"message": ...}}. */
@Path("/")
public class InferenceResource {

    private static final Logger LOG = Logger.getLogger(InferenceResource.class);
    private static final String MODEL_VERSION = "X-Model-Version";

    /** Of what may go well in a second. */
    private static final int AGAIN = 503;

    private final Predict predict;
    private final FindModel models;

    public InferenceResource(Predict predict, FindModel models) {
        this.predict = predict;
        this.models = models;
    }

    /** What went wrong, in one sentence. */
    @RegisterForReflection
    public record Message(String message) {}

    /** An endpoint as consumers see it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Serving(
            String jobId,
            @Nullable String name,
            int run,
            String endpoint,
            String model,
            String state,
            @Nullable Instant readyAt,
            @Nullable String reason) {

        static Serving of(Slot slot, @Nullable String name) {
            return new Serving(
                    slot.key().jobId(),
                    name,
                    slot.key().run(),
                    slot.endpoint(),
                    slot.model(),
                    slot.state().name(),
                    slot.readyAt(),
                    slot.retirement().map(Retirement::reason).orElse(null));
        }
    }

    /** All endpoints of ours. */
    @RegisterForReflection
    public record Endpoints(List<Serving> endpoints) {}

    /** A model that is known and does not serve. */
    @RegisterForReflection
    public record NotServing(String jobId, String state, String message) {}

    @POST
    @Path("models/{model}/predictions")
    @Consumes(MediaType.WILDCARD)
    public Response predictions(
            @PathParam("model") String model,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            byte @Nullable [] body) {
        return switch (predict.predict(model, contentType, accept, body == null ? new byte[0] : body)) {
            case Refused refused -> problem(refused.status(), refused.message());
            case Answered answered -> {
                var response = Response.ok(answered.body()).type(answered.contentType());
                yield answered.modelVersion() == null
                        ? response.build()
                        : response.header(MODEL_VERSION, answered.modelVersion())
                                .build();
            }
        };
    }

    @GET
    @Path("models/{model}")
    public Response model(@PathParam("model") String model) {
        return switch (models.find(model)) {
            case Target.Ready ready -> json(200, serving(ready.slot()));
            case Target.NotServing not -> json(200, new NotServing(not.jobId(), not.status(), not.sentence()));
            case Target.Unknown unknown -> problem(404, unknown.sentence());
        };
    }

    @GET
    @Path("endpoints")
    public Response endpoints() {
        return json(
                200,
                new Endpoints(models.endpoints().stream().map(this::serving).toList()));
    }

    /** What nobody foresaw: the log has the cause, the caller a sentence. */
    @ServerExceptionMapper
    public Response unforeseen(RuntimeException failure) {
        if (failure instanceof jakarta.ws.rs.WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            return problem(status, status == 404 ? "there is no such path" : String.valueOf(refused.getMessage()));
        }
        LOG.errorv(failure, "a request failed");
        return problem(AGAIN, "something failed on our side; try again");
    }

    private Serving serving(Slot slot) {
        return Serving.of(slot, models.name(slot).orElse(null));
    }

    private static Response problem(int status, String message) {
        Response answer = json(status, new Message(message));
        return status == AGAIN
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build()
                : answer;
    }

    private static Response json(int status, Object body) {
        return Response.status(status)
                .entity(Json.write(body))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
