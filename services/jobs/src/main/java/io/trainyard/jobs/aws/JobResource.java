package io.trainyard.jobs.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.jobs.app.ReadJobs;
import io.trainyard.jobs.app.SteerJob;
import io.trainyard.jobs.domain.Resume;
import io.trainyard.jobs.domain.Steered;
import io.trainyard.lambda.Callers;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One job: its record, its events, and the ways to change its course. */
@Path("/jobs/{id}")
public class JobResource {

    private final ReadJobs read;
    private final SteerJob steer;

    public JobResource(ReadJobs read, SteerJob steer) {
        this.read = read;
        this.steer = steer;
    }

    /** The record. */
    @GET
    public Response get(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return read.find(Viewers.of(event), id)
                .map(record -> Answers.json(200, record))
                .orElseGet(() -> Answers.unknown(id));
    }

    /** The tree of events. */
    @GET
    @Path("/events")
    public Response events(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return read.events(Viewers.of(event), id)
                .map(tree -> Answers.json(200, tree))
                .orElseGet(() -> Answers.unknown(id));
    }

    /** Stops the newest run. */
    @POST
    @Path("/cancel")
    public Response cancel(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return answer(id, steer.cancel(Callers.of(event), id));
    }

    /** Opens the next run of a failed job. */
    @POST
    @Path("/resume")
    public Response resume(@PathParam("id") String id, @Nullable String body, @Context APIGatewayV2HTTPEvent event) {
        try {
            JsonNode how = Json.tree(body == null || body.isBlank() ? "{}" : body);
            return Resume.fault(how)
                    .map(fault -> Answers.error(400, fault))
                    .orElseGet(() -> answer(id, steer.resume(Callers.of(event), id, Resume.of(how))));
        } catch (UnreadableEvent e) {
            return Answers.error(400, "the body is not JSON: " + e.getMessage());
        }
    }

    /** Ends the waits for capacity of the newest run. */
    @POST
    @Path("/retry-now")
    public Response retryNow(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return answer(id, steer.retryNow(Callers.of(event), id));
    }

    /** Says again what released the open steps of the newest run, or how it ended. */
    @POST
    @Path("/nudge")
    public Response nudge(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return answer(id, steer.nudge(Callers.of(event), id));
    }

    /** Takes the endpoint down. */
    @DELETE
    @Path("/endpoint")
    public Response retire(@PathParam("id") String id, @Context APIGatewayV2HTTPEvent event) {
        return answer(id, steer.retire(Callers.of(event), id));
    }

    private static Response answer(String id, Steered steered) {
        return switch (steered) {
            case Steered.Asked asked ->
                Answers.json(202, Map.of("jobId", id, "run", asked.run(), "message", asked.message()));
            case Steered.Refused refused -> Answers.refused(refused.violations());
            case Steered.Unknown unknown -> Answers.unknown(id);
            case Steered.Impossible impossible -> Answers.error(409, impossible.message());
        };
    }
}
