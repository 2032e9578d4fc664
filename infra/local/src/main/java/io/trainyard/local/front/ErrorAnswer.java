package io.trainyard.local.front;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Faults as each form of AWS's services writes them. */
public final class ErrorAnswer {

    private static final String JSON_1_0 = "application/x-amz-json-1.0";

    private ErrorAnswer() {}

    /** The fault in this form. */
    public static AwsResponse of(ErrorForm form, AwsFault fault, String requestId) {
        return switch (form) {
            case JSON -> JsonProtocol.fault(fault, "application/x-amz-json-1.1");
            case REST_JSON -> JsonProtocol.fault(fault, "application/json");
            case JSON_AFTER_QUERY -> afterQuery(fault, fault.code());
            case QUERY -> xml(fault.status(), query(fault, requestId));
            case OBJECTS -> ofObjects(fault, Map.of(), requestId);
        };
    }

    /**
     * The fault in the form {@link ErrorForm#JSON_AFTER_QUERY}.
     *
     * @param queryCode the name that the error had in the query protocol, by which SDKs still know it
     */
    public static AwsResponse afterQuery(AwsFault fault, String queryCode) {
        var answer = JsonProtocol.fault(fault, JSON_1_0);
        var headers = new TreeMap<>(answer.headers());
        headers.put("x-amzn-query-error", queryCode + ";Sender");
        return new AwsResponse(answer.status(), headers, answer.body());
    }

    /** @param details more elements, by name */
    static AwsResponse ofObjects(AwsFault fault, Map<String, String> details, String requestId) {
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>")
                .append(element("Code", fault.code()))
                .append(element("Message", String.valueOf(fault.getMessage())));
        new TreeMap<>(details).forEach((name, text) -> body.append(element(name, text)));
        return xml(
                fault.status(),
                body.append(element("RequestId", requestId)).append("</Error>").toString());
    }

    private static String query(AwsFault fault, String requestId) {
        return "<ErrorResponse><Error><Type>Sender</Type>" + element("Code", fault.code())
                + element("Message", String.valueOf(fault.getMessage())) + "</Error>" + element("RequestId", requestId)
                + "</ErrorResponse>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</" + name + ">";
    }

    private static AwsResponse xml(int status, String body) {
        return AwsResponse.of(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
