package io.trainyard.local.door;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.RequestCheck;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.ErrorAnswer;
import io.trainyard.local.front.ErrorForm;
import io.trainyard.local.front.FrontHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Stands before a service and refuses what AWS's model of that service does not allow, every violation named. An operation
 * that AWS has and the account has not is refused by its name.
 */
public final class ModelledDoor implements FrontHandler {

    private final String signingName;
    private final ApiModel model;
    private final RequestCheck check;
    private final CallReader reader;
    private final RefusalWords words;
    private final Set<String> operations;
    private final FrontHandler service;

    /**
     * A door.
     *
     * @param operations those that the service has
     * @param service gets what is not refused; the front has read the whole body before
     */
    public ModelledDoor(String signingName, ApiModel model, Set<String> operations, FrontHandler service) {
        this.signingName = signingName;
        this.model = model;
        this.check = new RequestCheck(model);
        this.reader = CallReader.of(model);
        this.words = new RefusalWords(model);
        this.operations = Set.copyOf(operations);
        this.service = service;
    }

    @Override
    public void answer(HttpExchange exchange, String principal) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var request = BufferedHandler.request(exchange, body, principal);
        var form = ErrorForm.of(signingName, request.path(), request.header("content-type"));
        try {
            // The old query protocol of a service whose model knows only the new one is left to the service.
            if (form != ErrorForm.QUERY || model.protocol().equals("query")) {
                admit(request);
            }
        } catch (AwsFault fault) {
            var requestId = exchange.getResponseHeaders().getFirst("x-amzn-RequestId");
            BufferedHandler.write(exchange, ErrorAnswer.of(form, fault, requestId));
            return;
        }
        exchange.setStreams(new ByteArrayInputStream(body), null);
        service.answer(exchange, principal);
    }

    private void admit(AwsRequest request) {
        var operation = reader.operation(request);
        if (!model.has(operation)) {
            throw words.unknownOperation(operation);
        }
        if (!operations.contains(operation)) {
            throw AwsFault.notHere(model.fullName() + "'s operation " + operation);
        }
        if (model.input(operation).isPresent()) {
            var call = reader.read(operation, request);
            check.refusal(operation, call.input()).ifPresent(found -> {
                throw words.refusal(call, found);
            });
        }
    }
}
