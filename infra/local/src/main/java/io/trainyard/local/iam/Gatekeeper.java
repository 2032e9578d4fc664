package io.trainyard.local.iam;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.FrontHandler;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.ServicePolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before every service and lets a function do what its policy allows and nothing else, in AWS's words and with one line in the
 * log. The operator may do everything; whoever has keys and no policy, nothing.
 */
public final class Gatekeeper {

    private static final Logger LOG = System.getLogger(Gatekeeper.class.getName());
    private static final String S3 = "s3";
    private static final ServicePolicy NOTHING = new ServicePolicy(List.of());

    private final String operator;
    private final Deployment here;
    private final ObjectShelf objects;
    private final Map<String, ServicePolicy> policies = new ConcurrentHashMap<>();

    /**
     * A gatekeeper who knows no policy yet.
     *
     * @param operator the principal who may do everything
     * @param objects what S3 holds
     */
    public Gatekeeper(String operator, Deployment here, ObjectShelf objects) {
        this.operator = operator;
        this.here = here;
        this.objects = objects;
    }

    /** Holds a service's function to this policy from now on. */
    public void hold(String service, ServicePolicy policy) {
        policies.put(service, policy);
    }

    /** The service of this name behind the gate. */
    public FrontHandler before(String signingName, FrontHandler service) {
        var acts = Acts.of(signingName, here, objects);
        return (exchange, principal) -> {
            if (!principal.equals(operator)) {
                var denied = denied(acts, request(signingName, exchange, principal));
                if (denied.isPresent()) {
                    deny(signingName, denied.get(), exchange, principal);
                    return;
                }
            }
            service.answer(exchange, principal);
        };
    }

    /** Objects may be larger than memory, and say everything in their heads. */
    private static AwsRequest request(String signingName, HttpExchange exchange, String principal) throws IOException {
        if (signingName.equals(S3)) {
            return BufferedHandler.request(exchange, new byte[0], principal);
        }
        var body = exchange.getRequestBody().readAllBytes();
        exchange.setStreams(new ByteArrayInputStream(body), null);
        return BufferedHandler.request(exchange, body, principal);
    }

    private Optional<Act> denied(Acts acts, AwsRequest request) {
        var policy = policies.getOrDefault(request.principal(), NOTHING);
        try {
            return acts.of(request).stream()
                    .filter(act -> !policy.allows(act.action(), act.resource(), known(act)))
                    .findFirst();
        } catch (AwsFault unreadable) {
            // Has no effect: the service refuses it, in its own words.
            return Optional.empty();
        }
    }

    private Map<String, String> known(Act act) {
        var facts = new HashMap<>(act.facts());
        facts.put("aws:RequestedRegion", here.region());
        return facts;
    }

    private void deny(String signingName, Act act, HttpExchange exchange, String principal) throws IOException {
        LOG.log(
                Level.WARNING,
                "denied: {0} may not call {1} on {2}. Fix: add the action to `may` in services/{0}/service.yaml, or the key"
                        + " that gives it.",
                principal,
                act.action(),
                act.resource());
        new Denial(signingName, user(principal), act).write(exchange);
    }

    /** A function runs as its service's role, in a session of the function's name. */
    private String user(String principal) {
        return "arn:aws:sts::" + here.account() + ":assumed-role/" + here.function(principal) + "/"
                + here.function(principal);
    }
}
