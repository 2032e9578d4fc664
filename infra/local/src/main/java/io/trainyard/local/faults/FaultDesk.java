package io.trainyard.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.JsonProtocol;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * The plan over HTTP, at {@code /_trainyard/faults}: GET lists it; POST of one fault, or of {@code {"seed": 7, "faults":
 * [...]}}, sets; DELETE clears everything, {@code DELETE ?id=throttle} one. Each is answered with the plan as it is then.
 */
public final class FaultDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "id=";

    private final FaultPlan plan;

    public FaultDesk(FaultPlan plan) {
        this.plan = plan;
    }

    /** Answers one request; what is not understood is answered 400 with a sentence, and changes nothing. */
    public AwsResponse answer(AwsRequest request) {
        try {
            switch (request.method()) {
                case "GET" -> {}
                case "POST" -> set(JSON.readTree(request.body()));
                case "DELETE" -> clear(request.query());
                default ->
                    throw new IllegalArgumentException("faults are listed by GET, set by POST, cleared by DELETE");
            }
            return JsonProtocol.answer(200, "application/json", plan.json());
        } catch (IOException e) {
            return refused("the body is not JSON");
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        }
    }

    private void set(JsonNode body) {
        var faults = new ArrayList<Fault>();
        if (body.has("faults")) {
            body.path("faults").forEach(each -> faults.add(FaultText.read(each)));
        } else if (!body.has("seed")) {
            faults.add(FaultText.read(body));
        }
        if (body.has("seed")) {
            plan.seed(body.path("seed").asLong());
        }
        faults.forEach(plan::set);
    }

    private void clear(String query) {
        if (query.isEmpty()) {
            plan.clear();
            return;
        }
        var id = URLDecoder.decode(query.startsWith(ID) ? query.substring(ID.length()) : "", StandardCharsets.UTF_8);
        if (!plan.clear(id)) {
            throw new IllegalArgumentException("no fault has the id '" + id + "'; GET lists them");
        }
    }

    private static AwsResponse refused(String why) {
        return JsonProtocol.fault(AwsFault.of("InvalidFault", why), "application/json");
    }
}
